// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-earlier-imports.h"

#include <glib/gi18n.h>

#include "hip-count-words.h"

/**
 * HipEarlierImports:
 *
 * The imports of a log, the latest first: what each of them has brought, and a button to take it
 * back. "take-back" names the one; whoever shows the group makes the change.
 */
struct _HipEarlierImports
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* (owned) (element-type GtkWidget): borrowed from the group */
};

G_DEFINE_FINAL_TYPE (HipEarlierImports, hip_earlier_imports, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  TAKE_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Of one import. */
typedef struct
{
  HipImportCounts brought;
  guint changed;
} Counts;

static Counts *
get_counts (GHashTable *counts, gint64 import_id)
{
  Counts *one = g_hash_table_lookup (counts, &import_id);

  if (one == NULL)
    {
      one = g_new0 (Counts, 1);
      g_hash_table_insert (counts, g_memdup2 (&import_id, sizeof import_id), one);
    }
  return one;
}

/* import id → Counts */
static GHashTable *
count_all (HipHistory *history)
{
  GHashTable *counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < hip_history_get_n_runs (history); i++)
    get_counts (counts, hip_history_get_run (history, i)->rec.import_id)->brought.runs++;
  for (guint i = 0; i < hip_history_get_n_shoes (history); i++)
    get_counts (counts, hip_history_get_shoe (history, i)->rec.import_id)->brought.shoes++;
  for (guint i = 0; i < hip_history_get_n_pain_days (history); i++)
    get_counts (counts, hip_history_get_pain_day (history, i)->rec.import_id)->brought.pain++;
  for (guint i = 0; i < hip_history_get_n_care (history); i++)
    get_counts (counts, hip_history_get_care (history, i)->rec.import_id)->brought.care++;
  for (guint i = 0; i < hip_history_get_n_screenings (history); i++)
    get_counts (counts, hip_history_get_screening (history, i)->rec.import_id)
        ->brought.screenings++;
  for (guint i = 0; i < hip_history_get_n_replaced_runs (history); i++)
    get_counts (counts, hip_history_get_replaced_run (history, i)->was.rec.import_id)->changed++;
  return counts;
}

static char *
describe (const HipImport *import, const Counts *counts)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (import->imported_at);
  g_autofree char *when = moment != NULL ? g_date_time_format (moment, "%x %X") : g_strdup ("");
  g_autofree char *brought = hip_count_words_list (counts->brought);
  g_autofree char *changed =
      g_strdup_printf (ngettext ("%u changed", "%u changed", counts->changed), counts->changed);
  GString *text = g_string_new (when);

  if (*brought != '\0')
    g_string_append_printf (text, " · %s", brought);
  if (counts->changed > 0)
    g_string_append_printf (text, " · %s", changed);
  return g_string_free_and_steal (text);
}

static void
take_back_clicked_cb (HipEarlierImports *self, GtkWidget *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "import");

  g_assert (HIP_IS_EARLIER_IMPORTS (self));

  g_signal_emit (self, signals[TAKE_BACK], 0, *id);
}

static void
add_row (HipEarlierImports *self, HipImport *import, const Counts *counts)
{
  g_autofree char *subtitle = describe (import, counts);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Take _Back"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), import->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "import",
                          g_memdup2 (&import->rec.id, sizeof import->rec.id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_back_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
hip_earlier_imports_finalize (GObject *object)
{
  g_ptr_array_unref (HIP_EARLIER_IMPORTS (object)->rows);

  G_OBJECT_CLASS (hip_earlier_imports_parent_class)->finalize (object);
}

static void
hip_earlier_imports_class_init (HipEarlierImportsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hip_earlier_imports_finalize;

  /**
   * HipEarlierImports::take-back:
   * @import_id: the id of an import that is to be taken back
   */
  signals[TAKE_BACK] = g_signal_new ("take-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
hip_earlier_imports_init (HipEarlierImports *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * hip_earlier_imports_show:
 * @self: the group
 * @history: a log
 *
 * Lists the imports of @history. The group hides where there are none.
 */
void
hip_earlier_imports_show (HipEarlierImports *self, HipHistory *history)
{
  g_autoptr (GHashTable) counts = NULL;
  guint n;

  g_return_if_fail (HIP_IS_EARLIER_IMPORTS (self));
  g_return_if_fail (history != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  counts = count_all (history);
  n = hip_history_get_n_imports (history);
  for (guint i = n; i > 0; i--)
    {
      HipImport *import = hip_history_get_import (history, i - 1);

      add_row (self, import, get_counts (counts, import->rec.id));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
