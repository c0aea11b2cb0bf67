// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-column-mapping.h"

#include <string.h>

#include <glib/gi18n.h>

#include "hip-cell.h"
#include "hip-record.h"

/* As much of a column's name as is compared and kept. */
#define MAX_NAME_CHARACTERS 200
/* More than any mapping within these bounds. */
#define MAX_TEXT_BYTES (1024 * 1024)

G_DEFINE_BOXED_TYPE (HipColumnMapping,
                     hip_column_mapping,
                     hip_column_mapping_copy,
                     hip_column_mapping_free)

static const char *const field_words[] = { "date",   "distance", "duration", "shoe",
                                           "effort", "ascent",   "start",    "cadence",
                                           "title",  "note",     "sport",    NULL };
static const char *const distance_unit_words[] = { "km", "mi", "m", NULL };
static const char *const duration_style_words[] = { "clock",   "hours-minutes", "minutes-seconds",
                                                    "minutes", "seconds",       "hours",
                                                    NULL };
static const char *const ascent_unit_words[] = { "like-distance", "m", "ft", NULL };
static const char *const date_order_words[] = { "unknown", "day-first", "month-first", NULL };
static const char *const decimal_mark_words[] = { "unknown", "comma", "point", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (field_words) == HIP_N_MAPPED_FIELDS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (distance_unit_words) == HIP_N_DISTANCE_UNITS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (duration_style_words) == HIP_N_DURATION_STYLES + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (ascent_unit_words) == HIP_N_ASCENT_UNITS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (date_order_words) == HIP_N_DATE_ORDERS + 1);

static char *
dup_name (const char *cell)
{
  g_autofree char *trimmed = hip_cell_dup_trimmed (cell);

  if (g_utf8_strlen (trimmed, -1) <= MAX_NAME_CHARACTERS)
    return g_steal_pointer (&trimmed);
  return g_utf8_substring (trimmed, 0, MAX_NAME_CHARACTERS);
}

static HipColumnMapping *
new_empty (void)
{
  HipColumnMapping *self = g_new0 (HipColumnMapping, 1);

  for (guint field = 0; field < HIP_N_MAPPED_FIELDS; field++)
    self->columns[field] = HIP_NO_COLUMN;
  return self;
}

/**
 * hip_column_mapping_new:
 * @header: a table's first row
 *
 * Returns: (transfer full): a mapping for tables with that header in which no column feeds anything
 */
HipColumnMapping *
hip_column_mapping_new (const HipCsvRow *header)
{
  HipColumnMapping *self;

  g_return_val_if_fail (header != NULL, NULL);

  self = new_empty ();
  self->header = g_new0 (char *, header->n_cells + 1);
  for (guint i = 0; i < header->n_cells; i++)
    self->header[i] = dup_name (header->cells[i]);
  return self;
}

/**
 * hip_column_mapping_copy:
 * @self: a mapping
 *
 * Returns: (transfer full): another one like it
 */
HipColumnMapping *
hip_column_mapping_copy (const HipColumnMapping *self)
{
  HipColumnMapping *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->header = g_strdupv (self->header);
  return copy;
}

/**
 * hip_column_mapping_free:
 * @self: (nullable): a mapping
 *
 * Frees it.
 */
void
hip_column_mapping_free (HipColumnMapping *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->header);
  g_free (self);
}

/**
 * hip_column_mapping_equal:
 * @a: a mapping
 * @b: a mapping
 *
 * Returns: whether both read the same tables in the same way
 */
gboolean
hip_column_mapping_equal (const HipColumnMapping *a, const HipColumnMapping *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_strv_equal ((const char *const *) a->header, (const char *const *) b->header)
         && memcmp (a->columns, b->columns, sizeof a->columns) == 0
         && a->distance_unit == b->distance_unit && a->duration_style == b->duration_style
         && a->ascent_unit == b->ascent_unit && a->date_order == b->date_order
         && a->decimal_mark == b->decimal_mark;
}

/**
 * hip_column_mapping_fits:
 * @self: a mapping
 * @header: a table's first row
 *
 * Returns: whether the table has the columns that the mapping was made for, in the same order
 */
gboolean
hip_column_mapping_fits (const HipColumnMapping *self, const HipCsvRow *header)
{
  g_return_val_if_fail (self != NULL && header != NULL, FALSE);

  if (g_strv_length (self->header) != header->n_cells)
    return FALSE;
  for (guint i = 0; i < header->n_cells; i++)
    {
      g_autofree char *name = dup_name (header->cells[i]);

      if (!g_str_equal (name, self->header[i]))
        return FALSE;
    }
  return TRUE;
}

/* A date may stand in the same column as the time of day. */
static gboolean
may_share (guint a, guint b)
{
  return a == HIP_MAPPED_DATE && b == HIP_MAPPED_START;
}

static gboolean
check_shared (const HipColumnMapping *self, GError **error)
{
  for (guint a = 0; a < HIP_N_MAPPED_FIELDS; a++)
    for (guint b = a + 1; b < HIP_N_MAPPED_FIELDS; b++)
      if (self->columns[a] != HIP_NO_COLUMN && self->columns[a] == self->columns[b]
          && !may_share (a, b))
        {
          g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID,
                       /* Translators: the name of a column, then two fields of a run. */
                       _ ("The column “%1$s” is chosen twice: for “%2$s” and for “%3$s”. Choose "
                          "another for one of them."),
                       self->header[self->columns[a]], hip_mapped_field_get_label (a),
                       hip_mapped_field_get_label (b));
          return FALSE;
        }
  return TRUE;
}

/**
 * hip_column_mapping_validate:
 * @self: a mapping
 * @error: return location for %HIP_RECORD_ERROR_INVALID
 *
 * Checks that runs can be read with it: that columns feed the date and the distance, and none of
 * them two fields.
 *
 * Returns: whether that is so
 */
gboolean
hip_column_mapping_validate (const HipColumnMapping *self, GError **error)
{
  int n;

  g_return_val_if_fail (self != NULL, FALSE);

  n = (int) g_strv_length (self->header);
  for (guint field = 0; field < HIP_N_MAPPED_FIELDS; field++)
    if (self->columns[field] < HIP_NO_COLUMN || self->columns[field] >= n)
      {
        g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID,
                             _ ("The table does not have all the columns that were chosen."));
        return FALSE;
      }
  if (self->columns[HIP_MAPPED_DATE] == HIP_NO_COLUMN
      || self->columns[HIP_MAPPED_DISTANCE] == HIP_NO_COLUMN)
    {
      g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID,
                           self->columns[HIP_MAPPED_DATE] == HIP_NO_COLUMN
                               ? _ ("Choose the column with the date.")
                               : _ ("Choose the column with the distance."));
      return FALSE;
    }
  return check_shared (self, error);
}

static GVariant *
columns_to_variant (const HipColumnMapping *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{si}"));

  for (guint field = 0; field < HIP_N_MAPPED_FIELDS; field++)
    if (self->columns[field] != HIP_NO_COLUMN)
      g_variant_builder_add (&builder, "{si}", field_words[field], self->columns[field]);
  return g_variant_builder_end (&builder);
}

static int
mark_to_index (char mark)
{
  return mark == ',' ? 1 : mark == '.' ? 2 : 0;
}

/**
 * hip_column_mapping_to_string:
 * @self: a mapping
 *
 * Returns: (transfer full): a text from which [func@column_mapping_from_string] makes it again
 */
char *
hip_column_mapping_to_string (const HipColumnMapping *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) variant = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_dict_insert_value (&dict, "header",
                               g_variant_new_strv ((const char *const *) self->header, -1));
  g_variant_dict_insert_value (&dict, "columns", columns_to_variant (self));
  g_variant_dict_insert (&dict, "distance-unit", "s", distance_unit_words[self->distance_unit]);
  g_variant_dict_insert (&dict, "duration-style", "s", duration_style_words[self->duration_style]);
  g_variant_dict_insert (&dict, "ascent-unit", "s", ascent_unit_words[self->ascent_unit]);
  g_variant_dict_insert (&dict, "date-order", "s", date_order_words[self->date_order]);
  g_variant_dict_insert (&dict, "decimal-mark", "s",
                         decimal_mark_words[mark_to_index (self->decimal_mark)]);
  variant = g_variant_ref_sink (g_variant_dict_end (&dict));
  return g_variant_print (variant, FALSE);
}

static int
find_word (const char *const *words, const char *word)
{
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;
  return -1;
}

/* The index of the word under @key; FALSE when there is none that is known. */
static gboolean
look_up_word (GVariant *dict, const char *key, const char *const *words, int *index)
{
  const char *word;

  if (!g_variant_lookup (dict, key, "&s", &word))
    return FALSE;
  *index = find_word (words, word);
  return *index >= 0;
}

static gboolean
read_columns (HipColumnMapping *self, GVariant *dict)
{
  g_autoptr (GVariant) columns = g_variant_lookup_value (dict, "columns", G_VARIANT_TYPE ("a{si}"));
  GVariantIter iter;
  const char *word;
  int column;

  if (columns == NULL)
    return FALSE;
  g_variant_iter_init (&iter, columns);
  while (g_variant_iter_next (&iter, "{&si}", &word, &column))
    {
      int field = find_word (field_words, word);

      if (field < 0)
        return FALSE;
      self->columns[field] = column;
    }
  return TRUE;
}

static gboolean
read_styles (HipColumnMapping *self, GVariant *dict)
{
  static const char marks[] = { 0, ',', '.' };
  int distance_unit, duration_style, ascent_unit, date_order, mark;

  if (!look_up_word (dict, "distance-unit", distance_unit_words, &distance_unit)
      || !look_up_word (dict, "duration-style", duration_style_words, &duration_style)
      || !look_up_word (dict, "ascent-unit", ascent_unit_words, &ascent_unit)
      || !look_up_word (dict, "date-order", date_order_words, &date_order)
      || !look_up_word (dict, "decimal-mark", decimal_mark_words, &mark))
    return FALSE;
  self->distance_unit = (HipDistanceUnit) distance_unit;
  self->duration_style = (HipDurationStyle) duration_style;
  self->ascent_unit = (HipAscentUnit) ascent_unit;
  self->date_order = (HipDateOrder) date_order;
  self->decimal_mark = marks[mark];
  return TRUE;
}

/**
 * hip_column_mapping_from_string:
 * @text: what [func@column_mapping_to_string] wrote
 * @error: return location for %HIP_RECORD_ERROR
 *
 * Makes a mapping of what settings keep.
 *
 * Returns: (transfer full) (nullable): a valid mapping, or %NULL if the text is none
 */
HipColumnMapping *
hip_column_mapping_from_string (const char *text, GError **error)
{
  g_autoptr (HipColumnMapping) self = new_empty ();
  g_autoptr (GVariant) dict = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) <= MAX_TEXT_BYTES)
    dict = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  if (dict == NULL || !g_variant_lookup (dict, "header", "^as", &self->header)
      || !read_columns (self, dict) || !read_styles (self, dict))
    {
      g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                           _ ("What was kept of how a table is read cannot be understood."));
      return NULL;
    }
  if (!hip_column_mapping_validate (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hip_mapped_field_get_label:
 * @field: a field of a run
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
hip_mapped_field_get_label (HipMappedField field)
{
  static const char *const labels[] = {
    N_ ("Date"),       N_ ("Distance"), N_ ("Time"),  N_ ("Shoes"), N_ ("Effort"), N_ ("Ascent"),
    N_ ("Start Time"), N_ ("Cadence"),  N_ ("Title"), N_ ("Note"),  N_ ("Sport"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (labels) == HIP_N_MAPPED_FIELDS);
  g_return_val_if_fail ((guint) field < G_N_ELEMENTS (labels), NULL);

  return _ (labels[field]);
}
