// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-findings-group.h"

#include <glib/gi18n.h>

#include "hip-findings.h"
#include "hip-view.h"

/**
 * HipFindingsGroup:
 *
 * What load and pain have to do with each other in this log, as far as one log
 * can tell: a row for each comparison that could be made, and what is still
 * missing for the others folded into one. It takes the session of the view it
 * is in, and computes only while it can be seen.
 */
struct _HipFindingsGroup
{
  AdwPreferencesGroup parent_instance;

  HipSession *session; /* (nullable): borrowed from the view */
  GPtrArray *rows;     /* (element-type GtkWidget): borrowed */
};

G_DEFINE_FINAL_TYPE (HipFindingsGroup, hip_findings_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_kind_title (HipFindingKind kind)
{
  switch (kind)
    {
    case HIP_FINDING_LOAD_PAIN_LINK:
      return _ ("Running and pain");
    case HIP_FINDING_PAIN_BY_SHOE:
      return _ ("Pain by shoes");
    case HIP_FINDING_PAIN_BY_SURFACE:
      return _ ("Pain by surface");
    case HIP_FINDING_PAIN_BY_WARM_UP:
      return _ ("Pain by warm-up");
    default:
      g_assert_not_reached ();
    }
}

static const char *
get_answer (const HipFinding *finding)
{
  if (finding->kind == HIP_FINDING_LOAD_PAIN_LINK)
    return finding->speaks ? _ ("possible link") : _ ("no clear link");
  return finding->speaks ? _ ("possible difference") : _ ("no clear difference");
}

static char *
dup_title (const HipFinding *finding)
{
  /* Translators: what was compared, then “possible link”, “no clear difference” or the like. */
  return g_strdup_printf (_ ("%1$s: %2$s"), get_kind_title (finding->kind), get_answer (finding));
}

static GtkWidget *
text_row_new (const char *title, const char *text, const char *icon_name)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  if (icon_name != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_widget_set_margin_top (icon, 12);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  return row;
}

static gboolean
was_compared (const HipFinding *finding)
{
  return finding->speaks || finding->reason == HIP_FINDING_NO_CLEAR_LINK
         || finding->reason == HIP_FINDING_NO_CLEAR_DIFFERENCE;
}

static void
add_row (HipFindingsGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_compared (HipFindingsGroup *self, GPtrArray *findings, HipUnits units)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const HipFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = hip_finding_dup_text (finding, units);
      g_autofree char *title = dup_title (finding);

      if (was_compared (finding))
        add_row (self, text_row_new (title, text,
                                     finding->speaks ? "dialog-information-symbolic"
                                                     : "object-select-symbolic"));
    }
}

static void
add_missing (HipFindingsGroup *self, GPtrArray *findings, HipUnits units)
{
  GtkWidget *missing = adw_expander_row_new ();
  gboolean any = FALSE;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (missing), _ ("What cannot be compared yet"));
  for (guint i = 0; i < findings->len; i++)
    {
      const HipFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = hip_finding_dup_text (finding, units);

      if (was_compared (finding))
        continue;
      adw_expander_row_add_row (ADW_EXPANDER_ROW (missing),
                                text_row_new (get_kind_title (finding->kind), text, NULL));
      any = TRUE;
    }
  if (any)
    add_row (self, missing);
  else
    g_object_unref (g_object_ref_sink (missing));
}

static void
paint (HipFindingsGroup *self)
{
  HipUnits units = hip_session_get_units (self->session);
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  findings = hip_findings_compute (hip_session_get_history (self->session),
                                   hip_session_get_today (self->session));
  add_compared (self, findings, units);
  add_missing (self, findings, units);
}

static void
session_changed_cb (HipFindingsGroup *self)
{
  g_assert (HIP_IS_FINDINGS_GROUP (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    paint (self);
}

static void
hip_findings_group_map (GtkWidget *widget)
{
  HipFindingsGroup *self = HIP_FINDINGS_GROUP (widget);
  GtkWidget *view = gtk_widget_get_ancestor (widget, HIP_TYPE_VIEW);

  if (self->session == NULL)
    {
      self->session = hip_view_get_session (HIP_VIEW (view));
      g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  paint (self);

  GTK_WIDGET_CLASS (hip_findings_group_parent_class)->map (widget);
}

static void
hip_findings_group_dispose (GObject *object)
{
  g_clear_pointer (&HIP_FINDINGS_GROUP (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (hip_findings_group_parent_class)->dispose (object);
}

static void
hip_findings_group_class_init (HipFindingsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hip_findings_group_dispose;
  GTK_WIDGET_CLASS (klass)->map = hip_findings_group_map;
}

static void
hip_findings_group_init (HipFindingsGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Findings"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("What goes together in your log of the last year. One runner’s log proves nothing."));
}
