// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-sign-checklist.h"

#include <glib/gi18n.h>

#define N_URGENCIES (HIP_GUIDE_URGENCY_APPOINTMENT + 1)

/**
 * HipSignChecklist:
 *
 * The red flags of a page of the guide, list by list, to be ticked. What the
 * most urgent one asks for is told at once, below its list, and what is ticked
 * can be kept in the log as an answer of today.
 *
 * ## Accessibility
 *
 * Each list is a group named by its heading, each sign a check box; the advice
 * is announced when it changes.
 */
struct _HipSignChecklist
{
  GtkBox parent_instance;

  /* Borrowed References */
  GtkWidget *advice_card;
  GtkWidget *advice_label;
  GtkWidget *save_button;
  GtkWidget *cards[N_URGENCIES]; /* (nullable): the lists */

  /* Owned References */
  HipSession *session;
  GPtrArray *checks;         /* (element-type GtkCheckButton) borrowed */
  char *titles[N_URGENCIES]; /* (nullable): what the list of an urgency asks for */
};

G_DEFINE_FINAL_TYPE (HipSignChecklist, hip_sign_checklist, GTK_TYPE_BOX)

static guint
get_number (gpointer check, const char *name)
{
  return GPOINTER_TO_UINT (g_object_get_data (check, name));
}

/* What the ticked signs stand for in the log; some stand for nothing there. */
static HipFlags
get_flags (HipSignChecklist *self)
{
  HipFlags flags = 0;

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      flags |= get_number (self->checks->pdata[i], "flags");
  return flags;
}

static guint
count_ticked (HipSignChecklist *self, HipGuideUrgency *most_urgent)
{
  guint n = 0;

  *most_urgent = HIP_GUIDE_URGENCY_APPOINTMENT;
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      {
        *most_urgent = MIN (*most_urgent, get_number (self->checks->pdata[i], "urgency"));
        n++;
      }
  return n;
}

static char *
dup_advice (HipSignChecklist *self, guint n, HipGuideUrgency most_urgent)
{
  /* Translators: how many signs are ticked, then what to do about the most urgent of them:
   * “Stop running today, be seen within 24 to 48 hours”. */
  return g_strdup_printf (ngettext ("%1$u sign ticked. %2$s.", "%1$u signs ticked. %2$s.", n), n,
                          self->titles[most_urgent]);
}

static void
check_toggled_cb (HipSignChecklist *self)
{
  HipGuideUrgency most_urgent;
  guint n = count_ticked (self, &most_urgent);
  g_autofree char *advice = n > 0 ? dup_advice (self, n, most_urgent) : NULL;

  g_assert (HIP_IS_SIGN_CHECKLIST (self));

  gtk_widget_set_visible (self->advice_card, n > 0);
  gtk_widget_set_visible (self->save_button, get_flags (self) != 0);
  if (advice == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->advice_label), advice);
  gtk_box_reorder_child_after (GTK_BOX (self), self->advice_card, self->cards[most_urgent]);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), advice,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Whoever answers twice on a day adds to the first answers. (nullable) */
static HipScreening *
find_todays (HipSession *session)
{
  HipHistory *history = hip_session_get_history (session);
  guint n = hip_history_get_n_screenings (history);
  HipScreening *last = n > 0 ? hip_history_get_screening (history, n - 1) : NULL;

  return last != NULL && last->date == hip_session_get_today (session) ? last : NULL;
}

static void
save_clicked_cb (HipSignChecklist *self)
{
  HipScreening *before = find_todays (self->session);
  g_autoptr (HipScreening) after = before != NULL ? hip_record_copy (before) : hip_screening_new ();
  g_autoptr (HipChange) change = hip_change_new (_ ("Signs saved"));

  g_assert (HIP_IS_SIGN_CHECKLIST (self));

  after->date = hip_session_get_today (self->session);
  after->asked |= get_flags (self);
  after->yes |= get_flags (self);
  after->seen = FALSE;
  if (before == NULL)
    hip_change_insert (change, after);
  else if (!hip_record_equal (before, after))
    hip_change_update (change, before, after);
  if (hip_change_get_n (change) > 0)
    hip_session_apply (self->session, change);
}

/* Construction */

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
card_new (const char *css_class)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  6, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  gtk_widget_add_css_class (card, css_class);
  return card;
}

static GtkWidget *
check_new (HipSignChecklist *self, const HipGuideItem *item, HipGuideUrgency urgency)
{
  g_autofree char *text = hip_guide_item_to_text (item);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = label_new (text, NULL);

  gtk_widget_set_margin_start (label, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (check), "flags", GUINT_TO_POINTER (item->flags));
  g_object_set_data (G_OBJECT (check), "urgency", GUINT_TO_POINTER (urgency));
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  return check;
}

static void
add_advice (HipSignChecklist *self)
{
  self->advice_card = card_new ("callout-note");
  self->advice_label = label_new ("", "heading");
  self->save_button = gtk_button_new_with_mnemonic (_ ("_Keep in My Log"));
  gtk_widget_set_halign (self->save_button, GTK_ALIGN_START);
  gtk_button_set_can_shrink (GTK_BUTTON (self->save_button), TRUE);
  gtk_widget_set_visible (self->advice_card, FALSE);
  gtk_box_append (GTK_BOX (self->advice_card), self->advice_label);
  gtk_box_append (GTK_BOX (self->advice_card), self->save_button);
  gtk_box_append (GTK_BOX (self), self->advice_card);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (save_clicked_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
hip_sign_checklist_dispose (GObject *object)
{
  HipSignChecklist *self = HIP_SIGN_CHECKLIST (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  for (guint i = 0; i < N_URGENCIES; i++)
    g_clear_pointer (&self->titles[i], g_free);

  G_OBJECT_CLASS (hip_sign_checklist_parent_class)->dispose (object);
}

static void
hip_sign_checklist_class_init (HipSignChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hip_sign_checklist_dispose;
}

static void
hip_sign_checklist_init (HipSignChecklist *self)
{
  self->checks = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  add_advice (self);
}

/**
 * hip_sign_checklist_new:
 * @session: the session in whose log signs are kept
 *
 * Returns: (transfer floating): a checklist without any list yet
 */
HipSignChecklist *
hip_sign_checklist_new (HipSession *session)
{
  HipSignChecklist *self;

  g_return_val_if_fail (HIP_IS_SESSION (session), NULL);

  self = g_object_new (HIP_TYPE_SIGN_CHECKLIST, NULL);
  self->session = g_object_ref (session);

  return self;
}

/**
 * hip_sign_checklist_add:
 * @block: red flags of one urgency, with a title
 *
 * Adds a list below those that are there.
 */
void
hip_sign_checklist_add (HipSignChecklist *self, const HipGuideBlock *block)
{
  GtkWidget *heading, *card;

  g_return_if_fail (HIP_IS_SIGN_CHECKLIST (self));
  g_return_if_fail (block != NULL && block->kind == HIP_GUIDE_BLOCK_RED_FLAGS);

  heading = label_new (block->title, "heading");
  card = card_new (block->urgency == HIP_GUIDE_URGENCY_APPOINTMENT ? "callout-caution"
                                                                   : "callout-urgent");
  g_set_str (&self->titles[block->urgency], block->title);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  gtk_box_append (GTK_BOX (card), heading);
  for (guint i = 0; i < block->items->len; i++)
    gtk_box_append (GTK_BOX (card), check_new (self, block->items->pdata[i], block->urgency));
  self->cards[block->urgency] = card;
  gtk_box_append (GTK_BOX (self), card);
}
