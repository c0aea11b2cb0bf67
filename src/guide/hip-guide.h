// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-guide-page.h"

G_BEGIN_DECLS

#define HIP_GUIDE_ERROR (hip_guide_error_quark ())

typedef enum
{
  HIP_GUIDE_ERROR_SYNTAX,  /* not well-formed XML, or XML of a kind that is refused */
  HIP_GUIDE_ERROR_INVALID, /* not a guide page */
  HIP_GUIDE_ERROR_LINK,    /* a link or a picture that is not there, or two pages with one id */
} HipGuideError;

GQuark hip_guide_error_quark (void);

/**
 * HipGuide:
 *
 * All pages of the guide: causes, prevention, relief, help. Read-only,
 * reference counted atomically, safe to read from any thread.
 */
typedef struct _HipGuide HipGuide;

#define HIP_TYPE_GUIDE (hip_guide_get_type ())
GType hip_guide_get_type (void);

/* (transfer none): the built-in guide in the session's language, loaded at the first call. */
HipGuide *hip_guide_get_default (void);
HipGuide *hip_guide_load_resource (GError **error);
HipGuide *hip_guide_load_dir (const char *path, GError **error);
HipGuide *hip_guide_ref (HipGuide *self);
void hip_guide_unref (HipGuide *self);

/* Pages by kind, then by title. All (transfer none). */
guint hip_guide_get_n_pages (const HipGuide *self);
HipGuidePage *hip_guide_get_page (const HipGuide *self, guint i);
HipGuidePage *hip_guide_lookup (const HipGuide *self, const char *id); /* (nullable) */

/* (transfer full) (element-type HipGuidePage): best first; empty for an empty query. */
GPtrArray *hip_guide_search (const HipGuide *self, const char *query);
/* (transfer full) (element-type HipGuidePage): the pages that refer to this one. */
GPtrArray *hip_guide_get_back_links (const HipGuide *self, const char *id);

/* (transfer full): where a step's picture is: "resource:///…/clamshell-symbolic.svg". */
char *hip_guide_picture_to_uri (const char *picture);

/* A page as plain text, wrapped at @columns (0: not at all), for the command line.
 * Links are followed by the id of their page in brackets. */
char *hip_guide_page_to_text (const HipGuide *self, const HipGuidePage *page, guint columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipGuide, hip_guide_unref)

G_END_DECLS
