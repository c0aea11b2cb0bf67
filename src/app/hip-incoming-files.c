// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-incoming-files.h"

#include <glib/gi18n.h>

#include "hip-import-dialog.h"

/**
 * HipIncomingFiles:
 *
 * Files that came from outside: dropped on the window, opened with HipLog, or named on the command
 * line. They wait until the runner's own log is open and no dialog is in the way, and are then
 * shown in the import dialog. Where that is open already, they join those under review.
 *
 * They never go into the sample log, which is made anew each time: what is in it is lost.
 */
struct _HipIncomingFiles
{
  GObject parent_instance;

  AdwApplicationWindow *window; /* not owned: it owns this */

  /* Owned References */
  HipSession *session; /* (nullable) */
  GPtrArray *waiting;  /* (element-type GFile) */

  guint delivery;
};

G_DEFINE_FINAL_TYPE (HipIncomingFiles, hip_incoming_files, G_TYPE_OBJECT)

enum
{
  SIGNAL_LOG_NEEDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GPtrArray *
file_array_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
append_files (GPtrArray *to, GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (to, g_object_ref (g_ptr_array_index (files, i)));
}

/* Delivery */

static gboolean
has_own_log (HipIncomingFiles *self)
{
  return self->session != NULL && !hip_session_is_sample (self->session);
}

/* A dialog that is saving ends with that, and files given to it would be gone. */
static gboolean
can_take (HipIncomingFiles *self, AdwDialog *dialog)
{
  return HIP_IS_IMPORT_DIALOG (dialog) && has_own_log (self)
         && !hip_session_is_busy (self->session);
}

static void
give (HipIncomingFiles *self, HipImportDialog *dialog)
{
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->waiting);

  self->waiting = file_array_new ();
  hip_import_dialog_add_files (dialog, files);
}

static void
deliver (gpointer data)
{
  HipIncomingFiles *self = HIP_INCOMING_FILES (data);
  AdwDialog *dialog = adw_application_window_get_visible_dialog (self->window);

  self->delivery = 0;
  if (self->waiting->len == 0 || (dialog != NULL && !can_take (self, dialog)))
    return;
  if (!has_own_log (self))
    {
      g_signal_emit (self, signals[SIGNAL_LOG_NEEDED], 0);
      return;
    }
  if (dialog == NULL)
    {
      dialog = ADW_DIALOG (hip_import_dialog_new (self->session));
      adw_dialog_present (dialog, GTK_WIDGET (self->window));
    }
  give (self, HIP_IMPORT_DIALOG (dialog));
}

/* Later: what closes one dialog may be about to open the next. */
static void
queue_delivery (HipIncomingFiles *self)
{
  if (self->delivery == 0 && self->waiting->len > 0)
    self->delivery = g_idle_add_once (deliver, self);
}

static void
tell_waiting (HipIncomingFiles *self, guint n)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.tell", "s",
                              ngettext ("The file is imported once this dialog is closed",
                                        "The files are imported once this dialog is closed", n));
}

/* Construction */

static void
hip_incoming_files_dispose (GObject *object)
{
  HipIncomingFiles *self = HIP_INCOMING_FILES (object);

  g_clear_handle_id (&self->delivery, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hip_incoming_files_parent_class)->dispose (object);
}

static void
hip_incoming_files_finalize (GObject *object)
{
  HipIncomingFiles *self = HIP_INCOMING_FILES (object);

  g_ptr_array_unref (self->waiting);

  G_OBJECT_CLASS (hip_incoming_files_parent_class)->finalize (object);
}

static void
hip_incoming_files_class_init (HipIncomingFilesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hip_incoming_files_dispose;
  object_class->finalize = hip_incoming_files_finalize;

  /**
   * HipIncomingFiles::log-needed:
   *
   * There are files, but the runner's own log is not open.
   */
  signals[SIGNAL_LOG_NEEDED] =
      g_signal_new ("log-needed", HIP_TYPE_INCOMING_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
}

static void
hip_incoming_files_init (HipIncomingFiles *self)
{
  self->waiting = file_array_new ();
}

/**
 * hip_incoming_files_new:
 * @window: the window they are for, which must outlive what is returned
 *
 * Returns: (transfer full): an empty queue
 */
HipIncomingFiles *
hip_incoming_files_new (AdwApplicationWindow *window)
{
  HipIncomingFiles *self;

  g_return_val_if_fail (ADW_IS_APPLICATION_WINDOW (window), NULL);

  self = g_object_new (HIP_TYPE_INCOMING_FILES, NULL);
  self->window = window;
  g_signal_connect_object (window, "notify::visible-dialog", G_CALLBACK (queue_delivery), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * hip_incoming_files_set_session:
 * @session: (nullable): the log that is open, %NULL while none is
 *
 * Says where files can go.
 */
void
hip_incoming_files_set_session (HipIncomingFiles *self, HipSession *session)
{
  g_return_if_fail (HIP_IS_INCOMING_FILES (self));
  g_return_if_fail (session == NULL || HIP_IS_SESSION (session));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, queue_delivery, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "notify::busy", G_CALLBACK (queue_delivery), self,
                           G_CONNECT_SWAPPED);
  queue_delivery (self);
}

/**
 * hip_incoming_files_add:
 * @files: (element-type GFile): files and folders
 *
 * Imports @files as soon as that interrupts nothing, and says so where it has to wait.
 */
void
hip_incoming_files_add (HipIncomingFiles *self, GPtrArray *files)
{
  AdwDialog *dialog;

  g_return_if_fail (HIP_IS_INCOMING_FILES (self));
  g_return_if_fail (files != NULL);

  append_files (self->waiting, files);
  queue_delivery (self);
  dialog = adw_application_window_get_visible_dialog (self->window);
  if (files->len > 0 && dialog != NULL && !can_take (self, dialog))
    tell_waiting (self, files->len);
}
