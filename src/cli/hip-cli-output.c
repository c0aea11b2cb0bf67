// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-cli-output.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct _HipCliTable
{
  GPtrArray *cells; /* (owned) (element-type utf8): headings first, row after row */
  guint n_columns;
  guint64 right; /* bit by column */
};

static void
append_line (GString *text, guint depth)
{
  g_string_append_printf (text, "\n%*s", (int) (2 * depth), "");
}

/* Metres to the millimetre: the digits behind are noise of the computation. */
static void
append_double (GString *text, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 310];
  char *end;

  g_ascii_formatd (digits, sizeof digits, "%.3f", value);
  for (end = digits + strlen (digits); end[-1] == '0'; end--)
    ;
  if (end[-1] == '.')
    end--;
  *end = '\0';
  g_string_append (text, g_str_equal (digits, "-0") ? "0" : digits);
}

static void append_node (GString *text, JsonNode *node, guint depth);

static void
append_object (GString *text, JsonObject *object, guint depth)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  gboolean first = TRUE;

  g_string_append_c (text, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_string_append (text, first ? "" : ",");
      append_line (text, depth + 1);
      /* Names are the program's own and need no escapes. */
      g_string_append_printf (text, "\"%s\" : ", name);
      append_node (text, member, depth + 1);
      first = FALSE;
    }
  if (!first)
    append_line (text, depth);
  g_string_append_c (text, '}');
}

static void
append_array (GString *text, JsonArray *array, guint depth)
{
  guint n = json_array_get_length (array);

  g_string_append_c (text, '[');
  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? "," : "");
      append_line (text, depth + 1);
      append_node (text, json_array_get_element (array, i), depth + 1);
    }
  if (n > 0)
    append_line (text, depth);
  g_string_append_c (text, ']');
}

/* JSON-GLib would write each double with seventeen digits. */
static void
append_node (GString *text, JsonNode *node, guint depth)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    append_object (text, json_node_get_object (node), depth);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    append_array (text, json_node_get_array (node), depth);
  else if (JSON_NODE_HOLDS_NULL (node))
    g_string_append (text, "null");
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    append_double (text, json_node_get_double (node));
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    {
      g_autofree char *value = json_to_string (node, FALSE);

      g_string_append (text, value);
    }
}

/**
 * hip_cli_print_json:
 * @builder: a builder whose document is complete
 *
 * Prints the document on stdout.
 */
void
hip_cli_print_json (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autoptr(GString) text = g_string_new (NULL);

  append_node (text, root, 0);
  puts (text->str);
}

void
hip_cli_json_set_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
hip_cli_json_set_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
hip_cli_json_set_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
hip_cli_json_set_known (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  if (value >= 0)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
hip_cli_json_set_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (!isfinite (value))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, value);
}

void
hip_cli_json_set_day (JsonBuilder *builder, const char *name, HipDay day)
{
  g_autofree char *iso = day != HIP_DAY_NONE ? hip_day_to_iso (day) : NULL;

  hip_cli_json_set_string (builder, name, iso);
}

void
hip_cli_json_set_strings (JsonBuilder *builder, const char *name, const char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

/* Terminal columns: letters of East Asia are two wide, accents of their own none. */
static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
print_blanks (guint n)
{
  for (guint i = 0; i < n; i++)
    putchar (' ');
}

static void
print_folded_line (const char *line, guint indent)
{
  g_auto(GStrv) words = g_strsplit (line, " ", -1);
  guint column = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint width = get_width (words[i]);

      if (column > 0 && column + 1 + width > HIP_CLI_COLUMNS)
        {
          putchar ('\n');
          column = 0;
        }
      if (column == 0)
        print_blanks (indent);
      else
        putchar (' ');
      fputs (words[i], stdout);
      column = (column == 0 ? indent : column + 1) + width;
    }
  putchar ('\n');
}

/**
 * hip_cli_print_folded:
 * @text: a text of one or more lines
 * @indent: how far in each line starts
 *
 * Prints text in lines that fit a terminal.
 */
void
hip_cli_print_folded (const char *text, guint indent)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    print_folded_line (lines[i], indent);
}

/**
 * hip_cli_table_new:
 * @headings: (array zero-terminated=1): a heading for each column; ">" in front of it sets the
 *   column to the right
 *
 * Starts a table.
 *
 * Returns: (transfer full): a table without rows
 */
HipCliTable *
hip_cli_table_new (const char *const *headings)
{
  HipCliTable *self = g_new0 (HipCliTable, 1);

  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; headings[i] != NULL; i++)
    {
      gboolean right = headings[i][0] == '>';

      if (right)
        self->right |= G_GUINT64_CONSTANT (1) << i;
      hip_cli_table_add (self, g_strdup (headings[i] + (right ? 1 : 0)));
      self->n_columns++;
    }
  return self;
}

void
hip_cli_table_free (HipCliTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
hip_cli_table_add (HipCliTable *self, char *cell)
{
  g_ptr_array_add (self->cells, cell != NULL ? cell : g_strdup (""));
}

static guint *
measure_columns (HipCliTable *self)
{
  guint *widths = g_new0 (guint, self->n_columns);

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint width = get_width (g_ptr_array_index (self->cells, i));

      widths[i % self->n_columns] = MAX (widths[i % self->n_columns], width);
    }
  return widths;
}

static void
print_cell (HipCliTable *self, guint i, const guint *widths)
{
  guint column = i % self->n_columns;
  gboolean last = column + 1 == self->n_columns;
  const char *text = g_ptr_array_index (self->cells, i);
  guint padding = widths[column] - get_width (text);
  gboolean right = (self->right >> column) & 1;

  if (right)
    print_blanks (padding);
  fputs (text, stdout);
  if (last)
    putchar ('\n');
  else
    print_blanks (2 + (right ? 0 : padding));
}

/**
 * hip_cli_table_print:
 * @self: a table whose last row is complete
 *
 * Prints headings and rows.
 */
void
hip_cli_table_print (HipCliTable *self)
{
  g_autofree guint *widths = measure_columns (self);

  for (guint i = 0; i < self->cells->len; i++)
    print_cell (self, i, widths);
}
