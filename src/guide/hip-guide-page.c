// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-guide-page-private.h"

#include <glib/gi18n.h>

G_DEFINE_BOXED_TYPE (HipGuidePage, hip_guide_page, hip_guide_page_ref, hip_guide_page_unref)

static const struct
{
  const char *word;
  const char *label;
} kinds[] = {
  [HIP_GUIDE_KIND_CONDITION] = { "condition", N_ ("Causes") },
  [HIP_GUIDE_KIND_CONTRIBUTOR] = { "contributor", N_ ("What adds to it") },
  [HIP_GUIDE_KIND_PREVENTION] = { "prevention", N_ ("Prevention") },
  [HIP_GUIDE_KIND_RELIEF] = { "relief", N_ ("Relief") },
  [HIP_GUIDE_KIND_HELP] = { "help", N_ ("Getting help") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == HIP_GUIDE_N_KINDS);

static const char *const section_words[] = {
  [HIP_GUIDE_SECTION_FEELS] = "feels", [HIP_GUIDE_SECTION_WORSE] = "worse",
  [HIP_GUIDE_SECTION_WHY] = "why",     [HIP_GUIDE_SECTION_LOG] = "log",
  [HIP_GUIDE_SECTION_HELPS] = "helps", [HIP_GUIDE_SECTION_EVIDENCE] = "evidence",
  [HIP_GUIDE_SECTION_HELP] = "help",
};
G_STATIC_ASSERT (G_N_ELEMENTS (section_words) == HIP_GUIDE_N_SECTION_KINDS);

/**
 * hip_guide_span_free: (skip)
 * @self: (transfer full): a span
 *
 * Frees a span.
 */
void
hip_guide_span_free (HipGuideSpan *self)
{
  g_free (self->text);
  g_free (self->page);
  g_free (self);
}

/**
 * hip_guide_item_free: (skip)
 * @self: (transfer full): an item
 *
 * Frees an item and its spans.
 */
void
hip_guide_item_free (HipGuideItem *self)
{
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_free (self);
}

/**
 * hip_guide_block_new: (skip)
 * @kind: what it is
 *
 * Makes a block without items.
 *
 * Returns: (transfer full): a new block
 */
HipGuideBlock *
hip_guide_block_new (HipGuideBlockKind kind)
{
  HipGuideBlock *self = g_new0 (HipGuideBlock, 1);

  self->kind = kind;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_guide_item_free);
  return self;
}

/**
 * hip_guide_block_free: (skip)
 * @self: (transfer full): a block
 *
 * Frees a block and its items.
 */
void
hip_guide_block_free (HipGuideBlock *self)
{
  g_free (self->picture);
  g_free (self->title);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * hip_guide_section_new: (skip)
 * @kind: what it tells about
 *
 * Makes a section without title and blocks.
 *
 * Returns: (transfer full): a new section
 */
HipGuideSection *
hip_guide_section_new (HipGuideSectionKind kind)
{
  HipGuideSection *self = g_new0 (HipGuideSection, 1);

  self->kind = kind;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_guide_block_free);
  return self;
}

/**
 * hip_guide_section_free: (skip)
 * @self: (transfer full): a section
 *
 * Frees a section and its blocks.
 */
void
hip_guide_section_free (HipGuideSection *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * hip_guide_source_free: (skip)
 * @self: (transfer full): a source
 *
 * Frees a source.
 */
void
hip_guide_source_free (HipGuideSource *self)
{
  g_free (self->authors);
  g_free (self->journal);
  g_free (self->finding);
  g_free (self);
}

/**
 * hip_guide_page_new: (skip)
 *
 * Makes a page with nothing on it.
 *
 * Returns: (transfer full): a new page
 */
HipGuidePage *
hip_guide_page_new (void)
{
  HipGuidePage *self = g_atomic_rc_box_new0 (HipGuidePage);

  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_guide_section_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_guide_source_free);
  return self;
}

/**
 * hip_guide_page_ref:
 * @self: a page
 *
 * Adds a reference.
 *
 * Returns: (transfer full): @self
 */
HipGuidePage *
hip_guide_page_ref (HipGuidePage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
page_clear (gpointer data)
{
  HipGuidePage *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_strfreev (self->keywords);
  g_strfreev (self->see);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->sources);
}

/**
 * hip_guide_page_unref:
 * @self: (transfer full): a page
 *
 * Drops a reference.
 */
void
hip_guide_page_unref (HipGuidePage *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, page_clear);
}

/**
 * hip_guide_page_get_section:
 * @self: a page
 * @kind: a kind of section
 *
 * Looks for the first section of a kind.
 *
 * Returns: (transfer none) (nullable): the section, %NULL if the page has none
 */
const HipGuideSection *
hip_guide_page_get_section (const HipGuidePage *self, HipGuideSectionKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->sections->len; i++)
    {
      const HipGuideSection *section = g_ptr_array_index (self->sections, i);

      if (section->kind == kind)
        return section;
    }
  return NULL;
}

static void
add_once (GPtrArray *ids, const char *id)
{
  if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, (gpointer) id);
}

static void
add_links_of_block (GPtrArray *ids, const HipGuideBlock *block)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      const HipGuideItem *item = g_ptr_array_index (block->items, i);

      for (guint j = 0; j < item->spans->len; j++)
        add_once (ids, ((HipGuideSpan *) g_ptr_array_index (item->spans, j))->page);
    }
}

/**
 * hip_guide_page_get_links:
 * @self: a page
 *
 * Lists the pages this one refers to, in its text first, then by "see".
 *
 * Returns: (transfer container) (element-type utf8): ids, each once
 */
GPtrArray *
hip_guide_page_get_links (const HipGuidePage *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, ids);

  for (guint i = 0; i < self->sections->len; i++)
    {
      const HipGuideSection *section = g_ptr_array_index (self->sections, i);

      for (guint j = 0; j < section->blocks->len; j++)
        add_links_of_block (ids, g_ptr_array_index (section->blocks, j));
    }
  for (guint i = 0; self->see[i] != NULL; i++)
    add_once (ids, self->see[i]);
  return ids;
}

/**
 * hip_guide_kind_get_word:
 * @kind: a kind of page
 *
 * Gets the stable word for a kind, as in files and JSON.
 *
 * Returns: "condition", "contributor", "prevention", "relief" or "help"
 */
const char *
hip_guide_kind_get_word (HipGuideKind kind)
{
  g_return_val_if_fail (kind < HIP_GUIDE_N_KINDS, NULL);

  return kinds[kind].word;
}

/**
 * hip_guide_kind_get_label:
 * @kind: a kind of page
 *
 * Gets the heading under which pages of a kind are listed.
 *
 * Returns: the translated heading
 */
const char *
hip_guide_kind_get_label (HipGuideKind kind)
{
  g_return_val_if_fail (kind < HIP_GUIDE_N_KINDS, NULL);

  return _ (kinds[kind].label);
}

/**
 * hip_guide_section_kind_get_word:
 * @kind: a kind of section
 *
 * Gets the stable word for a kind of section, as in files and JSON.
 *
 * Returns: "feels", "worse", "why", "log", "helps", "evidence" or "help"
 */
const char *
hip_guide_section_kind_get_word (HipGuideSectionKind kind)
{
  g_return_val_if_fail (kind < HIP_GUIDE_N_SECTION_KINDS, NULL);

  return section_words[kind];
}

/**
 * hip_guide_item_to_text:
 * @item: an item
 *
 * Gets the words of a paragraph, without emphasis and links.
 *
 * Returns: (transfer full): plain text
 */
char *
hip_guide_item_to_text (const HipGuideItem *item)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (item != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < item->spans->len; i++)
    g_string_append (text, ((HipGuideSpan *) g_ptr_array_index (item->spans, i))->text);
  return g_string_free (text, FALSE);
}

static void
append_span_markup (GString *markup, const HipGuideSpan *span)
{
  g_autofree char *text = g_markup_escape_text (span->text, -1);

  switch (span->kind)
    {
    case HIP_GUIDE_SPAN_EMPHASIS:
      g_string_append_printf (markup, "<i>%s</i>", text);
      break;
    case HIP_GUIDE_SPAN_STRONG:
      g_string_append_printf (markup, "<b>%s</b>", text);
      break;
    case HIP_GUIDE_SPAN_LINK:
      g_string_append_printf (markup, "<a href=\"" HIP_GUIDE_SCHEME "%s\">%s</a>", span->page,
                              text);
      break;
    case HIP_GUIDE_SPAN_TEXT:
    default:
      g_string_append (markup, text);
      break;
    }
}

/**
 * hip_guide_item_to_markup:
 * @item: an item
 *
 * Gets a paragraph as Pango markup with links, as a label shows it.
 *
 * Returns: (transfer full): markup
 */
char *
hip_guide_item_to_markup (const HipGuideItem *item)
{
  GString *markup = g_string_new (NULL);

  g_return_val_if_fail (item != NULL, g_string_free (markup, FALSE));

  for (guint i = 0; i < item->spans->len; i++)
    append_span_markup (markup, g_ptr_array_index (item->spans, i));
  return g_string_free (markup, FALSE);
}

static char *
range_to_text (const HipGuideRange *range)
{
  if (range->min == range->max)
    return g_strdup_printf ("%d", range->max);
  /* Translators: from one number to another: "15–20" */
  return g_strdup_printf (_ ("%1$d–%2$d"), range->min, range->max);
}

/* @format holds one %s, for the numbers. */
static void
add_amount (GPtrArray *parts, const HipGuideRange *range, const char *format)
{
  g_autofree char *numbers = NULL;

  if (range->max == 0)
    return;
  numbers = range_to_text (range);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_ptr_array_add (parts, g_strdup_printf (format, numbers));
#pragma GCC diagnostic pop
}

/**
 * hip_guide_dose_to_text:
 * @dose: a dose
 *
 * Says how much, how long and how often, in words.
 *
 * Returns: (transfer full): such as "15–20 minutes, every 3–4 hours, for 2 days"; empty when
 *   nothing is given
 */
char *
hip_guide_dose_to_text (const HipGuideDose *dose)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (dose != NULL, NULL);

  /* Translators: a number or a range such as 50–75. There is a no-break space in it. */
  add_amount (parts, &dose->percent, _ ("%s %% of your usual distance"));
  add_amount (parts, &dose->minutes, ngettext ("%s minute", "%s minutes", dose->minutes.max));
  add_amount (parts, &dose->seconds, ngettext ("%s second", "%s seconds", dose->seconds.max));
  add_amount (parts, &dose->hold_s,
              /* Translators: a number or a range such as 20–30; how long to hold a stretch. */
              ngettext ("held for %s second", "held for %s seconds", dose->hold_s.max));
  /* Translators: a number or a range such as 10–15; repetitions of an exercise. */
  add_amount (parts, &dose->reps, ngettext ("%s time", "%s times", dose->reps.max));
  /* Translators: a number or a range; sets of an exercise. */
  add_amount (parts, &dose->sets, ngettext ("%s round", "%s rounds", dose->sets.max));
  if (dose->per_side)
    g_ptr_array_add (parts, g_strdup (_ ("on each side")));
  add_amount (parts, &dose->every_h,
              ngettext ("every %s hour", "every %s hours", dose->every_h.max));
  add_amount (parts, &dose->per_week,
              ngettext ("%s day a week", "%s days a week", dose->per_week.max));
  add_amount (parts, &dose->days, ngettext ("for %s day", "for %s days", dose->days.max));
  add_amount (parts, &dose->weeks, ngettext ("for %s week", "for %s weeks", dose->weeks.max));
  g_ptr_array_add (parts, NULL);
  /* Translators: between the parts of a dose: "10 times, on each side" */
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

/**
 * hip_guide_dose_is_exercise:
 * @dose: a dose
 *
 * Tells what is done there and then, an exercise or an ice pack, from advice such as a rest day
 * a week.
 *
 * Returns: whether it says for how long, or how many times
 */
gboolean
hip_guide_dose_is_exercise (const HipGuideDose *dose)
{
  g_return_val_if_fail (dose != NULL, FALSE);

  return dose->minutes.max > 0 || dose->seconds.max > 0 || dose->hold_s.max > 0
         || dose->reps.max > 0;
}

/**
 * hip_guide_source_to_text:
 * @source: a source
 *
 * Names a source for people.
 *
 * Returns: (transfer full): authors, journal, year and finding of a study, or "Common advice"
 */
char *
hip_guide_source_to_text (const HipGuideSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  if (!source->is_study)
    return g_strdup (_ ("Common advice of runners, coaches and physiotherapists"));
  /* Translators: authors, journal, year, what was studied */
  return g_strdup_printf (_ ("%1$s (%2$s, %3$d): %4$s"), source->authors, source->journal,
                          source->year, source->finding);
}
