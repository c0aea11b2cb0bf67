// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-guide.h"

#include <string.h>

#include <glib/gi18n.h>

#define BULLET "• "

typedef struct
{
  GString *out;
  guint columns; /* 0: do not wrap */
} Writer;

static guint
measure (const char *text, gsize bytes)
{
  guint width = 0;

  for (const char *p = text; p < text + bytes; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* One paragraph: @first before its first line, the same width of spaces before the others. */
static void
write_wrapped (Writer *writer, const char *first, const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  guint indent = measure (first, strlen (first));
  guint column = indent;

  g_string_append (writer->out, first);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint width = measure (words[i], strlen (words[i]));

      if (i > 0 && writer->columns > 0 && column + 1 + width > writer->columns)
        {
          g_string_append_printf (writer->out, "\n%*s", (int) indent, "");
          column = indent;
        }
      else if (i > 0)
        {
          g_string_append_c (writer->out, ' ');
          column++;
        }
      g_string_append (writer->out, words[i]);
      column += width;
    }
  g_string_append_c (writer->out, '\n');
}

static void
write_heading (Writer *writer, const char *title, char line)
{
  guint width = measure (title, strlen (title));

  g_string_append_printf (writer->out, "%s\n", title);
  for (guint i = 0; i < width; i++)
    g_string_append_c (writer->out, line);
  g_string_append_c (writer->out, '\n');
}

/* Emphasis as in an e-mail; a link with its page's id, which is what the next command needs. */
static char *
item_to_plain (const HipGuideItem *item)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < item->spans->len; i++)
    {
      const HipGuideSpan *span = g_ptr_array_index (item->spans, i);

      if (span->kind == HIP_GUIDE_SPAN_STRONG)
        g_string_append_printf (text, "*%s*", span->text);
      else if (span->kind == HIP_GUIDE_SPAN_LINK)
        g_string_append_printf (text, "%s [%s]", span->text, span->page);
      else
        g_string_append (text, span->text);
    }
  return g_string_free (text, FALSE);
}

static void
write_items (Writer *writer, const HipGuideBlock *block, const char *first)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      g_autofree char *text = item_to_plain (g_ptr_array_index (block->items, i));

      write_wrapped (writer, first, text);
    }
}

static void
write_step (Writer *writer, const HipGuideBlock *block)
{
  g_autofree char *dose = hip_guide_dose_to_text (&block->dose);
  g_autofree char *title =
      dose[0] != '\0' ? g_strdup_printf ("%s (%s)", block->title, dose) : g_strdup (block->title);

  write_wrapped (writer, BULLET, title);
  write_items (writer, block, "  ");
}

static void
write_block (Writer *writer, const HipGuideBlock *block)
{
  switch (block->kind)
    {
    case HIP_GUIDE_BLOCK_PARAGRAPH:
      write_items (writer, block, "");
      break;
    case HIP_GUIDE_BLOCK_LIST:
      write_items (writer, block, BULLET);
      break;
    case HIP_GUIDE_BLOCK_STEP:
      write_step (writer, block);
      break;
    case HIP_GUIDE_BLOCK_CALLOUT:
      write_items (writer, block, block->callout == HIP_GUIDE_CALLOUT_URGENT ? "! " : "| ");
      break;
    case HIP_GUIDE_BLOCK_RED_FLAGS:
      write_wrapped (writer, "", block->title);
      write_items (writer, block, BULLET);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_section (Writer *writer, const HipGuideSection *section)
{
  g_string_append_c (writer->out, '\n');
  write_heading (writer, section->title, '-');
  for (guint i = 0; i < section->blocks->len; i++)
    {
      if (i > 0)
        g_string_append_c (writer->out, '\n');
      write_block (writer, g_ptr_array_index (section->blocks, i));
    }
}

static void
write_see (Writer *writer, const HipGuide *guide, const HipGuidePage *page)
{
  if (page->see[0] == NULL)
    return;
  g_string_append_c (writer->out, '\n');
  write_heading (writer, _ ("See also"), '-');
  for (guint i = 0; page->see[i] != NULL; i++)
    {
      const HipGuidePage *other = hip_guide_lookup (guide, page->see[i]);
      g_autofree char *text = NULL;

      if (other == NULL)
        continue;
      text = g_strdup_printf ("%s [%s]", other->title, other->id);
      write_wrapped (writer, BULLET, text);
    }
}

static void
write_sources (Writer *writer, const HipGuidePage *page)
{
  g_string_append_c (writer->out, '\n');
  write_heading (writer, _ ("Sources"), '-');
  for (guint i = 0; i < page->sources->len; i++)
    {
      g_autofree char *text = hip_guide_source_to_text (g_ptr_array_index (page->sources, i));

      write_wrapped (writer, BULLET, text);
    }
}

/**
 * hip_guide_page_to_text:
 * @self: the guide, for the titles of related pages
 * @page: a page of it
 * @columns: the width to wrap at, 0 for one line a paragraph
 *
 * Renders a page as plain text, for a terminal. After a link stands its page's id in brackets.
 *
 * Returns: (transfer full): the text, ending in a line break
 */
char *
hip_guide_page_to_text (const HipGuide *self, const HipGuidePage *page, guint columns)
{
  Writer writer = { .out = g_string_new (NULL), .columns = columns };

  g_return_val_if_fail (self != NULL && page != NULL, g_string_free (writer.out, FALSE));

  write_heading (&writer, page->title, '=');
  g_string_append_c (writer.out, '\n');
  write_wrapped (&writer, "", page->summary);
  for (guint i = 0; i < page->sections->len; i++)
    write_section (&writer, g_ptr_array_index (page->sections, i));
  write_see (&writer, self, page);
  write_sources (&writer, page);
  return g_string_free (writer.out, FALSE);
}
