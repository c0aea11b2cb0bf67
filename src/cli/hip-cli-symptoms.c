// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <glib/gi18n.h>

#include "hip-cli-output.h"
#include "hip-cli.h"
#include "hip-symptom-finder.h"

/* As text; a document has them all. */
#define MAX_SHOWN 8

/* What was given on the command line. */
typedef struct
{
  GStrv areas;
  GStrv qualities;
  GStrv timings;
  GStrv onsets;
  GStrv flags;
  gboolean from_log;
  char *side;
} Options;

static void
options_clear (Options *self)
{
  g_strfreev (self->areas);
  g_strfreev (self->qualities);
  g_strfreev (self->timings);
  g_strfreev (self->onsets);
  g_strfreev (self->flags);
  g_free (self->side);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_words (const HipCli *cli, const HipVocabulary *vocabulary, GStrv words, guint32 *set)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      guint32 more = 0;

      if (!hip_vocabulary_set_from_words (vocabulary, words[i], &more, &error))
        {
          hip_cli_fail_usage (cli, "%s", error->message);
          return FALSE;
        }
      *set |= more;
    }
  return TRUE;
}

static gboolean
parse_symptoms (const HipCli *cli, const Options *options, HipSymptoms *symptoms)
{
  return parse_words (cli, hip_vocabulary_areas (), options->areas, &symptoms->areas)
         && parse_words (cli, hip_vocabulary_qualities (), options->qualities, &symptoms->qualities)
         && parse_words (cli, hip_vocabulary_timings (), options->timings, &symptoms->timings)
         && parse_words (cli, hip_vocabulary_onsets (), options->onsets, &symptoms->onsets)
         && parse_words (cli, hip_vocabulary_flags (), options->flags, &symptoms->flags);
}

static gboolean
parse_sides (const HipCli *cli, const Options *options, HipSides *sides)
{
  const char *const words[] = { "left", "right", NULL };
  guint side = 0;

  if (options->side == NULL)
    return TRUE;
  if (!options->from_log)
    {
      hip_cli_fail_usage (cli, "%s", _ ("“--side” is about the log: add “--from-log”."));
      return FALSE;
    }
  if (!hip_cli_parse_choice (cli, "side", options->side, words, &side))
    return FALSE;
  *sides = 1u << side;
  return TRUE;
}

static void
append_words (GString *text, const char *option, const HipVocabulary *vocabulary)
{
  g_string_append_printf (text, "\n  --%s", option);
  for (guint value = 1; value <= hip_vocabulary_get_n (vocabulary); value++)
    g_string_append_printf (text, "%s%s", value == 1 ? " " : ", ",
                            hip_vocabulary_get_word (vocabulary, value));
}

static HipCliStatus
fail_empty (const HipCli *cli)
{
  g_autoptr(GString) text =
                g_string_new (_ ("Tell what you feel, or take it from the log with “--from-log”:"));

  append_words (text, "area", hip_vocabulary_areas ());
  append_words (text, "quality", hip_vocabulary_qualities ());
  append_words (text, "timing", hip_vocabulary_timings ());
  append_words (text, "onset", hip_vocabulary_onsets ());
  append_words (text, "flag", hip_vocabulary_flags ());
  return hip_cli_fail_usage (cli, "%s", text->str);
}

static void
add_match (JsonBuilder *builder, const HipSymptomMatch *match)
{
  g_auto(GStrv) why = hip_symptom_match_dup_why (match);
  g_autofree char *against = hip_symptom_match_dup_against (match);
  const char *const all_against[] = { against, NULL };

  json_builder_begin_object (builder);
  hip_cli_json_set_string (builder, "page", match->page->id);
  hip_cli_json_set_integer (builder, "score", match->score);
  hip_cli_json_set_strings (builder, "why", (const char *const *) why);
  hip_cli_json_set_string (builder, "title", match->page->title);
  hip_cli_json_set_strings (builder, "against", all_against);
  json_builder_end_object (builder);
}

static void
print_matches_json (GPtrArray *matches)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < matches->len; i++)
    add_match (builder, g_ptr_array_index (matches, i));
  json_builder_end_array (builder);
  hip_cli_print_json (builder);
}

static void
print_match (const HipSymptomMatch *match)
{
  g_auto(GStrv) why = hip_symptom_match_dup_why (match);
  g_autofree char *against = hip_symptom_match_dup_against (match);
  g_autofree char *head = g_strdup_printf ("%s [%s]", match->page->title, match->page->id);

  hip_cli_print_folded (head, 0);
  for (guint i = 0; why[i] != NULL; i++)
    hip_cli_print_folded (why[i], 2);
  if (against != NULL)
    hip_cli_print_folded (against, 2);
  g_print ("\n");
}

static void
print_matches_text (GPtrArray *matches)
{
  guint n = MIN (matches->len, MAX_SHOWN);
  guint left = matches->len - n;

  if (matches->len == 0)
    {
      hip_cli_print_folded (_ ("Of the last two weeks, the log holds nothing that points to a page "
                               "of the guide."),
                            0);
      return;
    }
  for (guint i = 0; i < n; i++)
    print_match (g_ptr_array_index (matches, i));
  if (left > 0)
    {
      /* Translators: how many pages are not shown. */
      g_autofree char *more = g_strdup_printf (ngettext ("%u more page fits less. “--json” lists "
                                                         "all.",
                                                         "%u more pages fit less. “--json” lists "
                                                         "all.",
                                                         left),
                                               left);

      hip_cli_print_folded (more, 0);
    }
  hip_cli_print_folded (_ ("This is no diagnosis: many causes feel alike, and the order says what "
                           "to read first, not what you have. “hiplog-cli guide PAGE” prints a "
                           "page."),
                        0);
}

static gboolean
add_log (HipCli *cli, HipSides sides, HipSymptoms *symptoms)
{
  g_autoptr(HipHistory) history = hip_cli_load (cli);
  HipSymptoms logged;

  if (history == NULL)
    return FALSE;
  hip_symptoms_from_history (history, cli->today, sides, &logged);
  hip_symptoms_add (symptoms, &logged);
  return TRUE;
}

/* Reads the command line. What it tells of the pain itself is in @symptoms. */
static gboolean
parse (HipCli *cli, Options *options, HipSides *sides, HipSymptoms *symptoms, GStrv *arguments)
{
  const GOptionEntry entries[] = {
    { "area", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->areas, N_ ("Where it hurts"),
      N_ ("WORD") },
    { "quality", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->qualities, N_ ("What it feels like"),
      N_ ("WORD") },
    { "timing", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->timings, N_ ("When it hurts"),
      N_ ("WORD") },
    { "onset", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->onsets, N_ ("How it began"),
      N_ ("WORD") },
    { "flag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->flags, N_ ("A red flag"), N_ ("WORD") },
    { "from-log", 0, 0, G_OPTION_ARG_NONE, &options->from_log,
      N_ ("Add what was logged in the last two weeks"), NULL },
    { "side", 0, 0, G_OPTION_ARG_STRING, &options->side, N_ ("Only this hip’s log"),
      N_ ("left|right") },
    { NULL },
  };

  return hip_cli_parse (cli, "", _ ("Tells which pages of the guide fit what you feel."), entries,
                        0, 0, arguments)
         && parse_symptoms (cli, options, symptoms) && parse_sides (cli, options, sides);
}

/**
 * hip_cli_symptoms:
 * @cli: the program
 * @arguments: the command line
 *
 * Lists the pages of the guide that fit what a runner feels, with the reasons.
 *
 * Returns: %HIP_CLI_USAGE if nothing is told or a word is not known, %HIP_CLI_FAILED if the log
 *   cannot be read
 */
HipCliStatus
hip_cli_symptoms (HipCli *cli, GStrv *arguments)
{
  g_auto(Options) options = { 0 };
  HipSides sides = HIP_SIDES_BOTH;
  HipSymptoms symptoms = { 0 };
  g_autoptr(GPtrArray) matches = NULL;

  if (!parse (cli, &options, &sides, &symptoms, arguments))
    return HIP_CLI_USAGE;
  if (!options.from_log && hip_symptoms_is_empty (&symptoms))
    return fail_empty (cli);
  if (options.from_log && !add_log (cli, sides, &symptoms))
    return HIP_CLI_FAILED;
  matches = hip_symptom_finder_rank (hip_guide_get_default (), &symptoms);
  if (cli->json)
    print_matches_json (matches);
  else
    print_matches_text (matches);
  return HIP_CLI_OK;
}
