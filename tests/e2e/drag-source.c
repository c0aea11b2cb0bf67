// SPDX-License-Identifier: GPL-3.0-or-later
// A file manager's part in drag and drop: a window from which the named files can be dragged.
// Its title tells that they are held; it ends when they are let go, with 0 if somebody took them.
#include <gtk/gtk.h>

typedef struct
{
  GtkWindow *window;
  GMainLoop *loop;
  gboolean refused;
} Source;

static void
begin_cb (GtkDragSource *drag_source, GdkDrag *drag, gpointer data)
{
  gtk_window_set_title (((Source *) data)->window, "Held");
}

static gboolean
cancel_cb (GtkDragSource *drag_source, GdkDrag *drag, GdkDragCancelReason reason, gpointer data)
{
  ((Source *) data)->refused = TRUE;
  return FALSE;
}

static void
end_cb (GtkDragSource *drag_source, GdkDrag *drag, gboolean delete_data, gpointer data)
{
  g_main_loop_quit (((Source *) data)->loop);
}

static GdkContentProvider *
make_provider (char **paths)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GdkFileList *list;
  GdkContentProvider *provider;

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  list = gdk_file_list_new_from_array ((GFile **) files->pdata, files->len);
  provider = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  return provider;
}

int
main (int argc, char *argv[])
{
  Source source = { 0 };
  GtkDragSource *drag_source;
  g_autoptr (GdkContentProvider) provider = NULL;

  gtk_init ();
  provider = make_provider (argv + 1);
  drag_source = gtk_drag_source_new ();
  gtk_drag_source_set_content (drag_source, provider);
  gtk_drag_source_set_actions (drag_source, GDK_ACTION_COPY);
  source.loop = g_main_loop_new (NULL, FALSE);
  source.window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_title (source.window, "Files");
  gtk_window_set_decorated (source.window, FALSE);
  gtk_window_set_default_size (source.window, 100, 100);
  g_signal_connect (drag_source, "drag-begin", G_CALLBACK (begin_cb), &source);
  g_signal_connect (drag_source, "drag-cancel", G_CALLBACK (cancel_cb), &source);
  g_signal_connect (drag_source, "drag-end", G_CALLBACK (end_cb), &source);
  gtk_widget_add_controller (GTK_WIDGET (source.window), GTK_EVENT_CONTROLLER (drag_source));
  gtk_window_present (source.window);
  g_main_loop_run (source.loop);
  gtk_window_destroy (source.window);
  g_main_loop_unref (source.loop);
  return source.refused ? EXIT_FAILURE : EXIT_SUCCESS;
}
