// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-findings-group.h"

#include <glib/gi18n.h>

#include "hip-findings.h"

/**
 * HipFindingsGroup:
 *
 * What the log says of load, shoes, ground and pain: a row for each possible link, and one to open
 * for all that showed none, and for all that cannot be told yet.
 */
struct _HipFindingsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned References */
  GCancellable *cancellable; /* (nullable): they are being looked for */
  GPtrArray *rows;           /* (element-type GtkWidget): what is shown */

  /* What it was last asked for; the log is (owned) (nullable) */
  HipHistory *history;
  HipDay today;
  HipUnits units;
};

G_DEFINE_FINAL_TYPE (HipFindingsGroup, hip_findings_group, ADW_TYPE_PREFERENCES_GROUP)

typedef enum
{
  VERDICT_POSSIBLE,
  VERDICT_NOT_CLEAR,
  VERDICT_MISSING,
} Verdict;

/* Told apart by words as well: a title, or that of the row they are folded into. */
static const char *const icon_names[] = {
  [VERDICT_POSSIBLE] = "dialog-question-symbolic",
  [VERDICT_NOT_CLEAR] = "value-decrease-symbolic",
  [VERDICT_MISSING] = "content-loading-symbolic",
};

static Verdict
get_verdict (const HipFinding *finding)
{
  if (finding->speaks)
    return VERDICT_POSSIBLE;
  if (finding->reason == HIP_FINDING_NO_CLEAR_LINK
      || finding->reason == HIP_FINDING_NO_CLEAR_DIFFERENCE)
    return VERDICT_NOT_CLEAR;
  return VERDICT_MISSING;
}

static char *
dup_heading (const HipFinding *finding)
{
  const HipVocabulary *surfaces = hip_vocabulary_surfaces ();

  switch (finding->kind)
    {
    case HIP_FINDING_PAIN_BY_SHOE:
      /* Translators: the name of a pair of shoes, as the heading of what was found about it. */
      return finding->subject != NULL ? g_strdup_printf (_ ("Shoes “%s”"), finding->subject)
                                      : g_strdup (_ ("Shoes"));
    case HIP_FINDING_PAIN_BY_SURFACE:
      if (finding->subject == NULL)
        return g_strdup (_ ("Surface"));
      /* Translators: a surface such as “Road”, as the heading of what was found about it. */
      return g_strdup_printf (
          _ ("Surface “%s”"),
          hip_vocabulary_get_label (surfaces, hip_vocabulary_lookup (surfaces, finding->subject)));
    case HIP_FINDING_PAIN_BY_WARM_UP:
      return g_strdup (_ ("Warm-up"));
    case HIP_FINDING_LOAD_PAIN_LINK:
    default:
      return g_strdup (_ ("Running and pain"));
    }
}

static void
add_icon (GtkWidget *row, Verdict verdict)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_names[verdict],
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, verdict == VERDICT_POSSIBLE ? "accent" : "dimmed");
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

/* Where the guide tells more of what was compared. */
static const char *
get_page (const HipFinding *finding)
{
  switch (finding->kind)
    {
    case HIP_FINDING_PAIN_BY_SHOE:
      return "wrong-shoes";
    case HIP_FINDING_PAIN_BY_SURFACE:
      return "surfaces";
    case HIP_FINDING_PAIN_BY_WARM_UP:
      return "no-warm-up";
    case HIP_FINDING_LOAD_PAIN_LINK:
    default:
      return "overuse";
    }
}

static void
add_link (GtkWidget *row, const HipFinding *finding)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", get_page (finding));
  gtk_widget_set_tooltip_text (row, _ ("Read more in the guide"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static GtkWidget *
create_row (HipFindingsGroup *self, const HipFinding *finding, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = hip_finding_dup_text (finding, self->units);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  /* The sentence is what there is to read, not a remark on its heading. */
  gtk_widget_add_css_class (row, "property");
  add_link (row, finding);
  return row;
}

static void
add_row (HipFindingsGroup *self, GtkWidget *row, Verdict verdict)
{
  add_icon (row, verdict);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static char *
dup_possible_title (const HipFinding *finding)
{
  g_autofree char *heading = dup_heading (finding);

  if (finding->kind == HIP_FINDING_LOAD_PAIN_LINK)
    /* Translators: what was compared: “Running and pain”. */
    return g_strdup_printf (_ ("%s: possible link"), heading);
  /* Translators: what was compared, such as “Warm-up” or “Surface “Road””. */
  return g_strdup_printf (_ ("%s: possible difference"), heading);
}

static void
add_possible_rows (HipFindingsGroup *self, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const HipFinding *finding = findings->pdata[i];
      g_autofree char *title = dup_possible_title (finding);

      if (get_verdict (finding) == VERDICT_POSSIBLE)
        add_row (self, create_row (self, finding, title), VERDICT_POSSIBLE);
    }
}

/* One row that opens to all findings of a verdict; closed, it says what they are about. */
static void
add_folded_row (HipFindingsGroup *self, GPtrArray *findings, Verdict verdict, const char *title)
{
  g_autoptr (GStrvBuilder) headings = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  for (guint i = 0; i < findings->len; i++)
    {
      const HipFinding *finding = findings->pdata[i];
      g_autofree char *heading = dup_heading (finding);

      if (get_verdict (finding) != verdict)
        continue;
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), create_row (self, finding, heading));
      g_strv_builder_take (headings, g_steal_pointer (&heading));
    }
  all = g_strv_builder_end (headings);
  subtitle = g_strjoinv (", ", all);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  if (all[0] != NULL)
    add_row (self, row, verdict);
  else
    g_object_unref (g_object_ref_sink (row));
}

static void
paint (HipFindingsGroup *self, GPtrArray *findings)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  add_possible_rows (self, findings);
  add_folded_row (self, findings, VERDICT_NOT_CLEAR, _ ("No clear link or difference"));
  add_folded_row (self, findings, VERDICT_MISSING, _ ("Not enough data yet"));
}

typedef struct
{
  HipHistory *history; /* (owned) */
  HipDay today;
} Search;

static void
search_free (Search *search)
{
  hip_history_unref (search->history);
  g_free (search);
}

static void
search_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;

  g_task_return_pointer (task, hip_findings_compute (search->history, search->today),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: there is a newer search, or nobody looks. */
  if (findings != NULL)
    paint (HIP_FINDINGS_GROUP (source), findings);
}

static void
start (HipFindingsGroup *self)
{
  Search *search = g_new (Search, 1);
  g_autoptr (GTask) task = NULL;

  *search = (Search) { hip_history_ref (self->history), self->today };
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, found_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_thread);
}

static void
stop (HipFindingsGroup *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
hip_findings_group_dispose (GObject *object)
{
  HipFindingsGroup *self = HIP_FINDINGS_GROUP (object);

  stop (self);
  g_clear_pointer (&self->history, hip_history_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HIP_TYPE_FINDINGS_GROUP);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (hip_findings_group_parent_class)->dispose (object);
}

static void
hip_findings_group_class_init (HipFindingsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hip_findings_group_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/example/HipLog/ui/hip-findings-group.ui");
}

static void
hip_findings_group_init (HipFindingsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

/**
 * hip_findings_group_update:
 * @self: a group
 * @history: the log
 * @today: the day to look from
 * @units: what distances are shown in
 *
 * Looks for findings on a thread of its own, and shows them when it is done; until then what was
 * shown before. Does nothing when they were asked for already.
 */
void
hip_findings_group_update (HipFindingsGroup *self,
                           HipHistory *history,
                           HipDay today,
                           HipUnits units)
{
  g_return_if_fail (HIP_IS_FINDINGS_GROUP (self));
  g_return_if_fail (history != NULL);

  if (self->history == history && self->today == today && self->units == units)
    return;
  stop (self);
  g_clear_pointer (&self->history, hip_history_unref);
  self->history = hip_history_ref (history);
  self->today = today;
  self->units = units;
  start (self);
}
