// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <glib/gi18n.h>

#include "hip-cli-output.h"
#include "hip-cli.h"
#include "hip-guide.h"

static void
add_head (JsonBuilder *builder, const HipGuidePage *page)
{
  hip_cli_json_set_string (builder, "id", page->id);
  hip_cli_json_set_string (builder, "kind", hip_guide_kind_get_word (page->kind));
  hip_cli_json_set_string (builder, "title", page->title);
  hip_cli_json_set_string (builder, "summary", page->summary);
}

static void
append_block (GString *text, const HipGuideBlock *block)
{
  if (block->title != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", block->title);
  if (block->kind == HIP_GUIDE_BLOCK_STEP)
    {
      g_autofree char *dose = hip_guide_dose_to_text (&block->dose);

      if (*dose != '\0')
        g_string_append_printf (text, " (%s)", dose);
    }
  for (guint i = 0; i < block->items->len; i++)
    {
      g_autofree char *item = hip_guide_item_to_text (g_ptr_array_index (block->items, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", item);
    }
}

static void
add_section (JsonBuilder *builder, const HipGuideSection *section)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < section->blocks->len; i++)
    append_block (text, g_ptr_array_index (section->blocks, i));
  json_builder_begin_object (builder);
  hip_cli_json_set_string (builder, "kind", hip_guide_section_kind_get_word (section->kind));
  hip_cli_json_set_string (builder, "title", section->title);
  hip_cli_json_set_string (builder, "text", text->str);
  json_builder_end_object (builder);
}

static void
print_page_json (const HipGuidePage *page)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_head (builder, page);
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->sections->len; i++)
    add_section (builder, g_ptr_array_index (page->sections, i));
  json_builder_end_array (builder);
  hip_cli_json_set_strings (builder, "see", (const char *const *) page->see);
  json_builder_end_object (builder);
  hip_cli_print_json (builder);
}

static void
print_page_text (const HipGuide *guide, const HipGuidePage *page)
{
  g_autofree char *text = hip_guide_page_to_text (guide, page, HIP_CLI_COLUMNS);

  g_print ("%s%s", text, g_str_has_suffix (text, "\n") ? "" : "\n");
}

static void
print_list_json (GPtrArray *pages)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < pages->len; i++)
    {
      json_builder_begin_object (builder);
      add_head (builder, g_ptr_array_index (pages, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  hip_cli_print_json (builder);
}

static void
print_list_text (GPtrArray *pages)
{
  const char *headings[] = { _ ("Page"), _ ("Kind"), _ ("Title"), NULL };
  g_autoptr(HipCliTable) table = hip_cli_table_new (headings);

  for (guint i = 0; i < pages->len; i++)
    {
      const HipGuidePage *page = g_ptr_array_index (pages, i);

      hip_cli_table_add (table, g_strdup (page->id));
      hip_cli_table_add (table, g_strdup (hip_guide_kind_get_label (page->kind)));
      hip_cli_table_add (table, g_strdup (page->title));
    }
  hip_cli_table_print (table);
}

static HipCliStatus
print_page (const HipCli *cli, const HipGuide *guide, const char *id)
{
  const HipGuidePage *page = hip_guide_lookup (guide, id);

  if (page == NULL)
    {
      g_autofree char *message =
          g_strdup_printf (_ ("There is no page “%s”. “hiplog-cli guide” lists them."), id);

      return hip_cli_fail (cli, message);
    }
  if (cli->json)
    print_page_json (page);
  else
    print_page_text (guide, page);
  return HIP_CLI_OK;
}

/* (transfer full): all pages, in the guide's order */
static GPtrArray *
list_all (const HipGuide *guide)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_guide_page_unref);

  for (guint i = 0; i < hip_guide_get_n_pages (guide); i++)
    g_ptr_array_add (pages, hip_guide_page_ref (hip_guide_get_page (guide, i)));
  return pages;
}

static HipCliStatus
print_list (const HipCli *cli, const HipGuide *guide, const char *words)
{
  g_autoptr(GPtrArray) pages = words != NULL ? hip_guide_search (guide, words) : list_all (guide);

  if (cli->json)
    print_list_json (pages);
  else if (pages->len > 0)
    print_list_text (pages);
  else
    {
      g_autofree char *message =
          g_strdup_printf (_ ("No page of the guide tells of “%s”. Try another word."), words);

      return hip_cli_fail (cli, message);
    }
  return HIP_CLI_OK;
}

/**
 * hip_cli_guide:
 * @cli: the program
 * @arguments: the command line
 *
 * Lists the guide's pages, all or those that are found, or prints one.
 *
 * Returns: %HIP_CLI_USAGE if a page is to be printed and searched for at once, %HIP_CLI_FAILED if
 *   there is no such page
 */
HipCliStatus
hip_cli_guide (HipCli *cli, GStrv *arguments)
{
  g_autofree char *words = NULL;
  const GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_STRING, &words,
      N_ ("List the pages that tell of it, best first"), N_ ("WORDS") },
    { NULL },
  };
  HipGuide *guide;

  if (!hip_cli_parse (cli, _ ("[PAGE]"), _ ("Lists the pages of the guide, or prints one."),
                      entries, 0, 1, arguments))
    return HIP_CLI_USAGE;
  guide = hip_guide_get_default ();
  if ((*arguments)[0] == NULL)
    return print_list (cli, guide, words);
  if (words == NULL)
    return print_page (cli, guide, (*arguments)[0]);
  return hip_cli_fail_usage (cli, "%s",
                             _ ("Give either a page or “--search” with words, not both."));
}
