// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-guide-parser.h"

#include <string.h>

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "hip-guide-page-private.h"
#include "hip-guide.h"

/* No page of prose comes near this; whatever is larger is not one. */
#define MAX_LENGTH (1024 * 1024)

/* Nothing is fetched, no entity is expanded, nobody is told on stderr. */
#define READ_OPTIONS                                                                               \
  (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

typedef struct
{
  const char *name;             /* of the file, for messages */
  const char *const *languages; /* best first */
  GPtrArray *links;             /* (element-type HipGuideLink) */
  long offset;                  /* of the lines, while markup is read again */
} Parser;

static void
link_free (gpointer data)
{
  HipGuideLink *link = data;

  g_free (link->page);
  g_free (link->picture);
  g_free (link);
}

G_GNUC_PRINTF (4, 5)
static void
fail (Parser *parser, const xmlNode *node, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, HIP_GUIDE_ERROR, HIP_GUIDE_ERROR_INVALID, "%s:%ld: %s", parser->name,
               parser->offset + xmlGetLineNo (node), reason);
}

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return g_strcmp0 ((const char *) node->name, name) == 0;
}

static gboolean
fail_unknown (Parser *parser, const xmlNode *node, GError **error)
{
  /* Translators: two elements of a guide page. */
  fail (parser, node, error, _ ("<%1$s> does not belong into <%2$s>."), (const char *) node->name,
        (const char *) node->parent->name);
  return FALSE;
}

/* Elements that hold elements hold no text of their own. */
static gboolean
check_no_text (Parser *parser, const xmlNode *parent, GError **error)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type != XML_ELEMENT_NODE && node->type != XML_COMMENT_NODE && !xmlIsBlankNode (node))
      {
        fail (parser, node, error, _ ("There is stray text in <%s>."), (const char *) parent->name);
        return FALSE;
      }
  return TRUE;
}

/* --- attributes --------------------------------------------------------------------------- */

/* (nullable) */
static char *
dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static char *
require_attribute (Parser *parser, const xmlNode *node, const char *name, GError **error)
{
  char *value = dup_attribute (node, name);

  if (value == NULL)
    /* Translators: an element of a guide page and its attribute. */
    fail (parser, node, error, _ ("<%1$s> lacks the attribute “%2$s”."), (const char *) node->name,
          name);
  return value;
}

/* The attribute's place among @words. */
static gboolean
parse_word (Parser *parser,
            const xmlNode *node,
            const char *name,
            const char *const *words,
            int *value,
            GError **error)
{
  g_autofree char *word = require_attribute (parser, node, name, error);

  if (word == NULL)
    return FALSE;
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (word, words[i]))
      {
        *value = i;
        return TRUE;
      }
  /* Translators: a value, an attribute and an element of a guide page. */
  fail (parser, node, error, _ ("“%1$s” is no “%2$s” of <%3$s>."), word, name,
        (const char *) node->name);
  return FALSE;
}

/* What a routine is logged as; without the attribute there is none. */
static gboolean
parse_routine (Parser *parser, const xmlNode *node, HipCareKind *kind, GError **error)
{
  g_autofree char *word = dup_attribute (node, "routine");

  if (word == NULL)
    return TRUE;
  *kind = (HipCareKind) hip_vocabulary_lookup (hip_vocabulary_care_kinds (), word);
  if (*kind == 0)
    fail (parser, node, error, _ ("“%1$s” is not a word for “%2$s”."), word, "routine");
  return *kind != 0;
}

/* A missing attribute is an empty set. */
static gboolean
parse_set (Parser *parser,
           const xmlNode *node,
           const char *name,
           const HipVocabulary *vocabulary,
           guint32 *set,
           GError **error)
{
  g_autofree char *value = dup_attribute (node, name);
  g_auto(GStrv) words = g_strsplit_set (value != NULL ? value : "", " \t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint word = words[i][0] != '\0' ? hip_vocabulary_lookup (vocabulary, words[i]) : 0;

      if (word > 0)
        *set |= 1u << (word - 1);
      else if (words[i][0] != '\0')
        {
          /* Translators: a value and an attribute of a guide page. */
          fail (parser, node, error, _ ("“%1$s” is not a word for “%2$s”."), words[i], name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
scan_range (const char *text, HipGuideRange *range)
{
  char *end = NULL;
  guint64 min = g_ascii_isdigit (text[0]) ? g_ascii_strtoull (text, &end, 10) : 0;
  guint64 max = min;

  if (end != NULL && end[0] == '-' && g_ascii_isdigit (end[1]))
    max = g_ascii_strtoull (end + 1, &end, 10);
  if (end == NULL || end[0] != '\0' || min == 0 || min > max || max > G_MAXINT)
    return FALSE;
  range->min = (int) min;
  range->max = (int) max;
  return TRUE;
}

static gboolean
parse_range (Parser *parser,
             const xmlNode *node,
             const char *name,
             HipGuideRange *range,
             GError **error)
{
  g_autofree char *value = dup_attribute (node, name);

  if (value == NULL || scan_range (value, range))
    return TRUE;
  fail (parser, node, error, _ ("“%s” is neither a number nor a range such as 15-20."), value);
  return FALSE;
}

static gboolean
parse_dose (Parser *parser, const xmlNode *node, HipGuideDose *dose, GError **error)
{
  g_autofree char *per_side = dup_attribute (node, "per-side");

  dose->per_side = g_strcmp0 (per_side, "yes") == 0;
  return parse_range (parser, node, "minutes", &dose->minutes, error)
         && parse_range (parser, node, "seconds", &dose->seconds, error)
         && parse_range (parser, node, "hold-s", &dose->hold_s, error)
         && parse_range (parser, node, "reps", &dose->reps, error)
         && parse_range (parser, node, "sets", &dose->sets, error)
         && parse_range (parser, node, "every-h", &dose->every_h, error)
         && parse_range (parser, node, "per-week", &dose->per_week, error)
         && parse_range (parser, node, "days", &dose->days, error)
         && parse_range (parser, node, "weeks", &dose->weeks, error)
         && parse_range (parser, node, "percent", &dose->percent, error);
}

static gboolean
parse_symptoms (Parser *parser, const xmlNode *node, HipGuideSymptoms *symptoms, GError **error)
{
  return parse_set (parser, node, "areas", hip_vocabulary_areas (), &symptoms->areas, error)
         && parse_set (parser, node, "qualities", hip_vocabulary_qualities (), &symptoms->qualities,
                       error)
         && parse_set (parser, node, "timings", hip_vocabulary_timings (), &symptoms->timings,
                       error)
         && parse_set (parser, node, "onset", hip_vocabulary_onsets (), &symptoms->onsets, error)
         && parse_set (parser, node, "flags", hip_vocabulary_flags (), &symptoms->flags, error)
         && parse_set (parser, node, "surfaces", hip_vocabulary_surfaces (), &symptoms->surfaces,
                       error)
         && parse_set (parser, node, "grounds", hip_vocabulary_grounds (), &symptoms->grounds,
                       error);
}

/* --- languages ---------------------------------------------------------------------------- */

static gboolean
is_language (const char *tag, const char *language)
{
  g_autofree char *a = g_strdelimit (g_ascii_strdown (tag, -1), "_", '-');
  g_autofree char *b = g_strdelimit (g_ascii_strdown (language, -1), "_", '-');

  return g_str_equal (a, b);
}

/* (nullable) */
static char *
dup_language (const xmlNode *node)
{
  xmlChar *value = xmlGetNsProp ((xmlNode *) node, (const xmlChar *) "lang", XML_XML_NAMESPACE);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static gboolean
is_translation (const xmlNode *node, const xmlNode *original)
{
  g_autofree char *tag = NULL;

  if (node == NULL || !is_named (node, (const char *) original->name))
    return FALSE;
  tag = dup_language (node);
  return tag != NULL;
}

static const xmlNode *
find_language (const xmlNode *first, const xmlNode *end, const char *language)
{
  for (const xmlNode *node = first; node != end; node = xmlNextElementSibling ((xmlNode *) node))
    {
      g_autofree char *tag = dup_language (node);

      if (is_language (tag, language))
        return node;
    }
  return NULL;
}

/* Translations follow their original. Returns the one to read; the original is English. */
static const xmlNode *
choose_language (Parser *parser, const xmlNode *original, xmlNode **next)
{
  xmlNode *first = xmlNextElementSibling ((xmlNode *) original);
  xmlNode *end = first;

  while (is_translation (end, original))
    end = xmlNextElementSibling (end);
  *next = end;
  for (guint i = 0; first != end && parser->languages[i] != NULL; i++)
    {
      const char *language = parser->languages[i];
      const xmlNode *found = find_language (first, end, language);

      if (found != NULL)
        return found;
      if (g_str_equal (language, "C") || g_str_equal (language, "en"))
        return original;
    }
  return original;
}

/* --- text --------------------------------------------------------------------------------- */

/* Line breaks and indentation of the file mean nothing: one space between words, none around. */
static void
collapse_spaces (GPtrArray *spans)
{
  gboolean after_space = TRUE;

  for (guint i = 0; i < spans->len; i++)
    {
      HipGuideSpan *span = g_ptr_array_index (spans, i);
      char *out = span->text;

      for (const char *in = span->text; *in != '\0'; in++)
        {
          gboolean space = g_ascii_isspace (*in);

          if (!space || !after_space)
            *out++ = space ? ' ' : *in;
          after_space = space;
        }
      *out = '\0';
    }
  if (spans->len > 0)
    g_strchomp (((HipGuideSpan *) g_ptr_array_index (spans, spans->len - 1))->text);
}

static char *
dup_content (const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *copy = g_strdup (content != NULL ? (const char *) content : "");

  xmlFree (content);
  return copy;
}

static void
remember_link (Parser *parser, const xmlNode *node, const char *page, const char *picture)
{
  HipGuideLink *link = g_new0 (HipGuideLink, 1);

  link->page = g_strdup (page);
  link->picture = g_strdup (picture);
  link->line = parser->offset + xmlGetLineNo (node);
  g_ptr_array_add (parser->links, link);
}

static HipGuideSpan *
parse_span (Parser *parser, const xmlNode *node, GError **error)
{
  g_autoptr(HipGuideSpan) span = g_new0 (HipGuideSpan, 1);

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    span->kind = HIP_GUIDE_SPAN_TEXT;
  else if (node->type != XML_ELEMENT_NODE)
    {
      fail (parser, node, error, _ ("Only words, <em>, <strong> and <link> may stand here."));
      return NULL;
    }
  else if (is_named (node, "em"))
    span->kind = HIP_GUIDE_SPAN_EMPHASIS;
  else if (is_named (node, "strong"))
    span->kind = HIP_GUIDE_SPAN_STRONG;
  else if (is_named (node, "link"))
    {
      span->kind = HIP_GUIDE_SPAN_LINK;
      span->page = require_attribute (parser, node, "page", error);
      if (span->page == NULL)
        return NULL;
      remember_link (parser, node, span->page, NULL);
    }
  else
    {
      fail_unknown (parser, node, error);
      return NULL;
    }
  span->text = dup_content (node);
  return g_steal_pointer (&span);
}

static GPtrArray *
parse_spans (Parser *parser, const xmlNode *parent, GError **error)
{
  g_autoptr(GPtrArray) spans =
                g_ptr_array_new_with_free_func ((GDestroyNotify) hip_guide_span_free);

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      HipGuideSpan *span;

      if (node->type == XML_COMMENT_NODE)
        continue;
      span = parse_span (parser, node, error);
      if (span == NULL)
        return NULL;
      g_ptr_array_add (spans, span);
    }
  collapse_spaces (spans);
  return g_steal_pointer (&spans);
}

/* A translation that still has its markup as plain text, as msgfmt writes it; else %NULL. */
static char *
dup_plain_markup (const xmlNode *node)
{
  g_autofree char *content = NULL;

  if (xmlFirstElementChild ((xmlNode *) node) != NULL)
    return NULL;
  content = dup_content (node);
  return strchr (content, '<') != NULL ? g_strconcat ("<p>", content, "</p>", NULL) : NULL;
}

static GPtrArray *
parse_translation (Parser *parser, const xmlNode *node, GError **error)
{
  g_autofree char *markup = dup_plain_markup (node);
  g_autoptr(xmlDoc) document = NULL;
  GPtrArray *spans;

  if (markup == NULL)
    return parse_spans (parser, node, error);
  document = xmlReadMemory (markup, (int) strlen (markup), parser->name, NULL, READ_OPTIONS);
  if (document == NULL)
    {
      fail (parser, node, error, _ ("The markup of this translation is broken."));
      return NULL;
    }
  parser->offset = xmlGetLineNo (node) - 1;
  spans = parse_spans (parser, xmlDocGetRootElement (document), error);
  parser->offset = 0;
  return spans;
}

/* @next: (out): the element after this one and its translations. */
static HipGuideItem *
parse_item (Parser *parser, const xmlNode *node, xmlNode **next, GError **error)
{
  g_autoptr(HipGuideItem) item = g_new0 (HipGuideItem, 1);
  const xmlNode *chosen;

  if (!parse_set (parser, node, "flags", hip_vocabulary_flags (), &item->flags, error))
    return NULL;
  chosen = choose_language (parser, node, next);
  item->spans = chosen == node ? parse_spans (parser, node, error)
                               : parse_translation (parser, chosen, error);
  if (item->spans == NULL)
    return NULL;
  if (item->spans->len == 0)
    {
      fail (parser, node, error, _ ("<%s> is empty."), (const char *) node->name);
      return NULL;
    }
  return g_steal_pointer (&item);
}

/* A title, summary or the like: words without markup. Given twice is an error. */
static gboolean
parse_text (Parser *parser, const xmlNode *node, char **text, xmlNode **next, GError **error)
{
  g_autoptr(HipGuideItem) item = NULL;

  if (*text != NULL)
    {
      fail (parser, node, error, _ ("<%s> is there twice."), (const char *) node->name);
      return FALSE;
    }
  item = parse_item (parser, node, next, error);
  if (item == NULL)
    return FALSE;
  *text = hip_guide_item_to_text (item);
  return TRUE;
}

/* --- blocks ------------------------------------------------------------------------------- */

/* Fills a block from its children: an optional title, and items named @item_name. */
static gboolean
parse_children (Parser *parser,
                const xmlNode *parent,
                HipGuideBlock *block,
                const char *item_name,
                GError **error)
{
  gboolean titled = block->kind == HIP_GUIDE_BLOCK_STEP || block->kind == HIP_GUIDE_BLOCK_RED_FLAGS;
  xmlNode *next;

  for (const xmlNode *node = xmlFirstElementChild ((xmlNode *) parent); node != NULL; node = next)
    {
      if (titled && is_named (node, "title"))
        {
          if (!parse_text (parser, node, &block->title, &next, error))
            return FALSE;
        }
      else if (is_named (node, item_name))
        {
          HipGuideItem *item = parse_item (parser, node, &next, error);

          if (item == NULL)
            return FALSE;
          g_ptr_array_add (block->items, item);
        }
      else
        return fail_unknown (parser, node, error);
    }
  if (block->items->len > 0 && (!titled || block->title != NULL))
    return check_no_text (parser, parent, error);
  fail (parser, parent, error, _ ("<%s> is not complete."), (const char *) parent->name);
  return FALSE;
}

static gboolean
parse_callout (Parser *parser, const xmlNode *node, HipGuideBlock *block, GError **error)
{
  static const char *const words[] = { "note", "education", "caution", "urgent", NULL };
  int value = 0;

  if (!parse_word (parser, node, "kind", words, &value, error))
    return FALSE;
  block->callout = (HipGuideCallout) value;
  return parse_children (parser, node, block, "p", error);
}

static gboolean
parse_red_flags (Parser *parser, const xmlNode *node, HipGuideBlock *block, GError **error)
{
  static const char *const words[] = { "emergency", "soon", "appointment", NULL };
  int value = 0;

  if (!parse_word (parser, node, "urgency", words, &value, error))
    return FALSE;
  block->urgency = (HipGuideUrgency) value;
  return parse_children (parser, node, block, "item", error);
}

static gboolean
parse_paragraph (Parser *parser,
                 const xmlNode *node,
                 HipGuideBlock *block,
                 xmlNode **next,
                 GError **error)
{
  HipGuideItem *item = parse_item (parser, node, next, error);

  if (item == NULL)
    return FALSE;
  g_ptr_array_add (block->items, item);
  return TRUE;
}

/* Whoever sees or does an exercise wants to know how much of it. */
static gboolean
parse_exercise (Parser *parser, const xmlNode *node, HipGuideBlock *block, GError **error)
{
  block->picture = dup_attribute (node, "picture");
  if (!parse_routine (parser, node, &block->routine, error))
    return FALSE;
  if (block->picture == NULL && block->routine == 0)
    return TRUE;
  if (!hip_guide_dose_is_exercise (&block->dose))
    {
      fail (parser, node, error,
            block->picture != NULL ? _ ("A step with a picture says how long, or how many times.")
                                   : _ ("A step with a routine says how long, or how many times."));
      return FALSE;
    }
  if (block->picture != NULL)
    remember_link (parser, node, NULL, block->picture);
  return TRUE;
}

static gboolean
fill_block (Parser *parser,
            const xmlNode *node,
            HipGuideBlock *block,
            xmlNode **next,
            GError **error)
{
  *next = xmlNextElementSibling ((xmlNode *) node);
  switch (block->kind)
    {
    case HIP_GUIDE_BLOCK_PARAGRAPH:
      return parse_paragraph (parser, node, block, next, error);
    case HIP_GUIDE_BLOCK_LIST:
      return parse_children (parser, node, block, "item", error);
    case HIP_GUIDE_BLOCK_STEP:
      return parse_dose (parser, node, &block->dose, error)
             && parse_exercise (parser, node, block, error)
             && parse_children (parser, node, block, "p", error);
    case HIP_GUIDE_BLOCK_CALLOUT:
      return parse_callout (parser, node, block, error);
    case HIP_GUIDE_BLOCK_RED_FLAGS:
      return parse_red_flags (parser, node, block, error);
    default:
      g_assert_not_reached ();
    }
}

static HipGuideBlock *
parse_block (Parser *parser, const xmlNode *node, xmlNode **next, GError **error)
{
  static const char *const names[] = {
    [HIP_GUIDE_BLOCK_PARAGRAPH] = "p",         [HIP_GUIDE_BLOCK_LIST] = "list",
    [HIP_GUIDE_BLOCK_STEP] = "step",           [HIP_GUIDE_BLOCK_CALLOUT] = "callout",
    [HIP_GUIDE_BLOCK_RED_FLAGS] = "red-flags",
  };

  for (guint kind = 0; kind < G_N_ELEMENTS (names); kind++)
    if (is_named (node, names[kind]))
      {
        g_autoptr(HipGuideBlock) block = hip_guide_block_new ((HipGuideBlockKind) kind);

        return fill_block (parser, node, block, next, error) ? g_steal_pointer (&block) : NULL;
      }
  fail_unknown (parser, node, error);
  return NULL;
}

/* --- sections and sources ----------------------------------------------------------------- */

static gboolean
parse_section_children (Parser *parser,
                        const xmlNode *parent,
                        HipGuideSection *section,
                        GError **error)
{
  xmlNode *next;

  for (const xmlNode *node = xmlFirstElementChild ((xmlNode *) parent); node != NULL; node = next)
    if (is_named (node, "title"))
      {
        if (!parse_text (parser, node, &section->title, &next, error))
          return FALSE;
      }
    else
      {
        HipGuideBlock *block = parse_block (parser, node, &next, error);

        if (block == NULL)
          return FALSE;
        g_ptr_array_add (section->blocks, block);
      }
  return check_no_text (parser, parent, error);
}

static gboolean
parse_section (Parser *parser, const xmlNode *node, GPtrArray *sections, GError **error)
{
  const char *words[HIP_GUIDE_N_SECTION_KINDS + 1] = { NULL };
  g_autoptr(HipGuideSection) section = NULL;
  int kind = 0;

  for (guint i = 0; i < HIP_GUIDE_N_SECTION_KINDS; i++)
    words[i] = hip_guide_section_kind_get_word ((HipGuideSectionKind) i);
  if (!parse_word (parser, node, "kind", words, &kind, error))
    return FALSE;
  section = hip_guide_section_new ((HipGuideSectionKind) kind);
  if (!parse_section_children (parser, node, section, error))
    return FALSE;
  if (section->title == NULL || section->blocks->len == 0)
    {
      fail (parser, node, error, _ ("<%s> is not complete."), "section");
      return FALSE;
    }
  g_ptr_array_add (sections, g_steal_pointer (&section));
  return TRUE;
}

static gboolean
parse_study (Parser *parser, const xmlNode *node, HipGuideSource *source, GError **error)
{
  g_autofree char *year = NULL;
  xmlNode *paragraph = xmlFirstElementChild ((xmlNode *) node);
  xmlNode *next;

  source->is_study = TRUE;
  source->authors = require_attribute (parser, node, "authors", error);
  if (source->authors == NULL)
    return FALSE;
  source->journal = require_attribute (parser, node, "journal", error);
  if (source->journal == NULL)
    return FALSE;
  year = require_attribute (parser, node, "year", error);
  if (year == NULL)
    return FALSE;
  source->year = (int) g_ascii_strtoll (year, NULL, 10);
  if (paragraph != NULL && is_named (paragraph, "p"))
    return parse_text (parser, paragraph, &source->finding, &next, error);
  fail (parser, node, error, _ ("<%s> is not complete."), "study");
  return FALSE;
}

static gboolean
parse_sources (Parser *parser, const xmlNode *parent, GPtrArray *sources, GError **error)
{
  for (const xmlNode *node = xmlFirstElementChild ((xmlNode *) parent); node != NULL;
       node = xmlNextElementSibling ((xmlNode *) node))
    {
      g_autoptr(HipGuideSource) source = g_new0 (HipGuideSource, 1);

      if (is_named (node, "study"))
        {
          if (!parse_study (parser, node, source, error))
            return FALSE;
        }
      else if (!is_named (node, "advice"))
        return fail_unknown (parser, node, error);
      g_ptr_array_add (sources, g_steal_pointer (&source));
    }
  return check_no_text (parser, parent, error);
}

/* --- the page ----------------------------------------------------------------------------- */

static gboolean
parse_keywords (Parser *parser,
                const xmlNode *node,
                char ***keywords,
                xmlNode **next,
                GError **error)
{
  g_autofree char *text = NULL;

  if (!parse_text (parser, node, &text, next, error))
    return FALSE;
  g_strfreev (*keywords);
  *keywords = g_strsplit (text, ",", -1);
  for (guint i = 0; (*keywords)[i] != NULL; i++)
    g_strstrip ((*keywords)[i]);
  return TRUE;
}

static gboolean
parse_see (Parser *parser, const xmlNode *node, GStrvBuilder *see, GError **error)
{
  g_autofree char *id = require_attribute (parser, node, "page", error);

  if (id == NULL)
    return FALSE;
  remember_link (parser, node, id, NULL);
  g_strv_builder_add (see, id);
  return TRUE;
}

static gboolean
parse_page_child (Parser *parser,
                  const xmlNode *node,
                  HipGuidePage *page,
                  GStrvBuilder *see,
                  xmlNode **next,
                  GError **error)
{
  *next = xmlNextElementSibling ((xmlNode *) node);
  if (is_named (node, "title"))
    return parse_text (parser, node, &page->title, next, error);
  if (is_named (node, "summary"))
    return parse_text (parser, node, &page->summary, next, error);
  if (is_named (node, "keywords"))
    return parse_keywords (parser, node, &page->keywords, next, error);
  if (is_named (node, "symptoms"))
    return parse_symptoms (parser, node, &page->symptoms, error);
  if (is_named (node, "section"))
    return parse_section (parser, node, page->sections, error);
  if (is_named (node, "see"))
    return parse_see (parser, node, see, error);
  if (is_named (node, "sources"))
    return parse_sources (parser, node, page->sources, error);
  return fail_unknown (parser, node, error);
}

static gboolean
parse_page_head (Parser *parser, const xmlNode *root, HipGuidePage *page, GError **error)
{
  const char *words[HIP_GUIDE_N_KINDS + 1] = { NULL };
  int kind = 0;

  if (!is_named (root, "page"))
    {
      fail (parser, root, error, _ ("A guide page is a <page>, not a <%s>."),
            (const char *) root->name);
      return FALSE;
    }
  for (guint i = 0; i < HIP_GUIDE_N_KINDS; i++)
    words[i] = hip_guide_kind_get_word ((HipGuideKind) i);
  page->id = require_attribute (parser, root, "id", error);
  if (page->id == NULL || !parse_word (parser, root, "kind", words, &kind, error)
      || !parse_routine (parser, root, &page->routine, error))
    return FALSE;
  page->kind = (HipGuideKind) kind;
  return TRUE;
}

static HipGuidePage *
parse_page (Parser *parser, const xmlNode *root, GError **error)
{
  g_autoptr(HipGuidePage) page = hip_guide_page_new ();
  g_autoptr(GStrvBuilder) see = g_strv_builder_new ();
  xmlNode *next;

  if (!parse_page_head (parser, root, page, error))
    return NULL;
  for (const xmlNode *node = xmlFirstElementChild ((xmlNode *) root); node != NULL; node = next)
    if (!parse_page_child (parser, node, page, see, &next, error))
      return NULL;
  if (!check_no_text (parser, root, error))
    return NULL;
  page->see = g_strv_builder_end (see);
  if (page->title == NULL || page->summary == NULL || page->keywords == NULL
      || page->sections->len == 0 || page->sources->len == 0)
    {
      fail (parser, root, error, _ ("<%s> is not complete."), "page");
      return NULL;
    }
  return g_steal_pointer (&page);
}

static void
fail_syntax (const char *name, xmlParserCtxt *context, GError **error)
{
  const xmlError *problem = xmlCtxtGetLastError (context);
  g_autofree char *reason = NULL;

  reason = g_strdup (problem != NULL && problem->message != NULL ? problem->message
                                                                 : _ ("This is not XML."));
  g_set_error (error, HIP_GUIDE_ERROR, HIP_GUIDE_ERROR_SYNTAX, "%s:%d: %s", name,
               problem != NULL ? problem->line : 1, g_strchomp (reason));
}

/* A page needs no entities and no DTD; without them there is nothing to expand or to fetch. */
static void
refuse_doctype_cb (void *data,
                   const xmlChar *name,
                   const xmlChar *external_id,
                   const xmlChar *system_id)
{
  xmlParserCtxt *context = data;

  context->_private = GINT_TO_POINTER (context->input != NULL ? context->input->line : 1);
  xmlStopParser (context);
}

static xmlDoc *
read_document (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr(xmlParserCtxt) context = xmlNewParserCtxt ();
  g_autoptr(xmlDoc) document = NULL;

  context->sax->internalSubset = refuse_doctype_cb;
  document = xmlCtxtReadMemory (context, data, (int) length, name, NULL, READ_OPTIONS);
  if (context->_private != NULL)
    g_set_error (error, HIP_GUIDE_ERROR, HIP_GUIDE_ERROR_SYNTAX,
                 /* Translators: a file and a line. */
                 _ ("%1$s:%2$d: A guide page has no document type and no entities."), name,
                 GPOINTER_TO_INT (context->_private));
  else if (document == NULL)
    fail_syntax (name, context, error);
  else
    return g_steal_pointer (&document);
  return NULL;
}

/**
 * hip_guide_parse: (skip)
 * @data: the XML
 * @length: its length in bytes
 * @name: the file's name, for messages
 * @languages: languages to read, best first, as g_get_language_names() gives them
 * @links: (out) (optional) (transfer full) (element-type HipGuideLink): every reference to a page
 *   or a picture
 * @error: return location for an error
 *
 * Reads one page. Nothing is fetched, no entity is expanded. Errors are %HIP_GUIDE_ERROR and begin
 * with the file's name and the line.
 *
 * Returns: (transfer full) (nullable): the page
 */
HipGuidePage *
hip_guide_parse (const char *data,
                 gsize length,
                 const char *name,
                 const char *const *languages,
                 GPtrArray **links,
                 GError **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (link_free);
  g_autoptr(xmlDoc) document = NULL;
  Parser parser = { .name = name, .languages = languages, .links = found };
  HipGuidePage *page;

  g_return_val_if_fail (data != NULL && name != NULL && languages != NULL, NULL);

  if (length > MAX_LENGTH)
    {
      g_set_error (error, HIP_GUIDE_ERROR, HIP_GUIDE_ERROR_SYNTAX,
                   _ ("%s:1: This is too large for a guide page."), name);
      return NULL;
    }
  document = read_document (data, length, name, error);
  if (document == NULL)
    return NULL;
  page = parse_page (&parser, xmlDocGetRootElement (document), error);
  if (page != NULL && links != NULL)
    *links = g_steal_pointer (&found);
  return page;
}
