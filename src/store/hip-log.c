// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-log.h"

#include <glib/gi18n.h>

#include "hip-store.h"

/* An operation travels in a circle:
 *
 *   main context                      worker (one thread, first come first served)
 *   hip_log_*_async () ── Job ──▶     run_job (): store, undo and redo, new snapshot
 *   complete_cb ()     ◀── Job ──     send_back ()
 *
 * What the worker owns it owns alone. What the window sees (the published state) belongs to the
 * main context and is replaced as a whole when a job comes back.
 */

/* What the window sees of the log after a job. */
typedef struct
{
  HipHistory *history; /* (owned) (nullable): NULL if it is as before */
  char *undo_label;    /* (owned) (nullable) */
  char *redo_label;    /* (owned) (nullable) */
} State;

/* The worker's side. */
typedef struct
{
  char *path;       /* (owned) */
  HipStore *store;  /* (owned) (nullable) */
  GPtrArray *undos; /* (owned) (element-type HipChange): what can be undone, the last one last */
  GPtrArray *redos; /* (owned) (element-type HipChange): what can be done again */
} Worker;

typedef struct _Job Job;

/* Runs on the worker; sets the job's results or fails with @error. */
typedef gboolean (*JobFunc) (Worker *worker, Job *job, GError **error);

struct _Job
{
  JobFunc func;
  GTask *task;           /* (owned) (nullable): NULL if nobody waits */
  GMainContext *context; /* (owned): where it completes */
  HipChange *change;     /* (owned) (nullable) */
  char *dest;            /* (owned) (nullable) */
  HipDay today;

  /* Results. */
  State state;
  HipChange *applied; /* (owned) (nullable) */
  char *label;        /* (owned) (nullable) */
  gboolean is_undo_or_redo;
  GError *error; /* (owned) (nullable) */
};

struct _HipLog
{
  GObject parent_instance;

  GMainContext *context; /* (owned): that of the thread that made it */
  GThreadPool *pool;     /* (owned) (nullable): NULL once closed */
  Worker *worker;        /* (owned) (nullable): the worker's alone while there is a pool */
  char *path;            /* (owned) */
  State state;           /* published; its history is never NULL */
};

G_DEFINE_FINAL_TYPE (HipLog, hip_log, G_TYPE_OBJECT)

typedef enum
{
  PROP_PATH = 1,
  PROP_HISTORY,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
} HipLogProperty;

static GParamSpec *props[PROP_REDO_LABEL + 1];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- Values --- */

static void
state_clear (State *state)
{
  g_clear_pointer (&state->history, hip_history_unref);
  g_clear_pointer (&state->undo_label, g_free);
  g_clear_pointer (&state->redo_label, g_free);
}

static Worker *
worker_new (const char *path)
{
  Worker *worker = g_new0 (Worker, 1);

  worker->path = g_strdup (path);
  worker->undos = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_change_unref);
  worker->redos = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_change_unref);
  return worker;
}

static void
worker_free (Worker *worker)
{
  g_assert (worker->store == NULL);

  g_ptr_array_unref (worker->undos);
  g_ptr_array_unref (worker->redos);
  g_free (worker->path);
  g_free (worker);
}

static void
job_free (Job *job)
{
  state_clear (&job->state);
  g_clear_object (&job->task);
  g_main_context_unref (job->context);
  g_clear_pointer (&job->change, hip_change_unref);
  g_clear_pointer (&job->applied, hip_change_unref);
  g_free (job->dest);
  g_free (job->label);
  g_clear_error (&job->error);
  g_free (job);
}

/* --- On the worker --- */

static HipChange *
peek_last (GPtrArray *changes)
{
  return changes->len > 0 ? g_ptr_array_index (changes, changes->len - 1) : NULL;
}

static char *
dup_last_label (GPtrArray *changes)
{
  HipChange *last = peek_last (changes);

  return last != NULL ? g_strdup (hip_change_get_label (last)) : NULL;
}

static gboolean
require_store (Worker *worker, GError **error)
{
  if (worker->store != NULL)
    return TRUE;

  g_set_error_literal (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED, _ ("The log is not open."));
  return FALSE;
}

static gboolean
load (Worker *worker, Job *job, GError **error)
{
  g_clear_pointer (&job->state.history, hip_history_unref);
  job->state.history = hip_store_load (worker->store, error);
  return job->state.history != NULL;
}

static gboolean
open_job (Worker *worker, Job *job, GError **error)
{
  if (worker->store == NULL)
    worker->store = hip_store_open (worker->path, HIP_STORE_OPEN_CREATE, error);

  return worker->store != NULL && load (worker, job, error);
}

/* Whether the log was not as expected: then trying again would not help. */
static gboolean
is_outdated (GError *error)
{
  return g_error_matches (error, HIP_STORE_ERROR, HIP_STORE_ERROR_CONFLICT)
         || g_error_matches (error, HIP_STORE_ERROR, HIP_STORE_ERROR_DUPLICATE);
}

/* Does @change and takes the new snapshot. If the log was not as expected, what it is like is
 * worth showing all the same. */
static HipChange *
apply_and_load (Worker *worker, Job *job, HipChange *change, HipDay today, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (HipChange) applied = hip_store_apply (worker->store, change, today, &reason);

  if (applied == NULL)
    {
      if (is_outdated (reason))
        load (worker, job, NULL);
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  /* The change is safe; should the snapshot fail, the next one will show it. */
  if (!load (worker, job, &reason))
    g_message ("After a change the log could not be read: %s", reason->message);
  job->applied = hip_change_ref (applied);
  return g_steal_pointer (&applied);
}

static gboolean
apply_job (Worker *worker, Job *job, GError **error)
{
  g_autoptr (HipChange) applied = NULL;

  if (!require_store (worker, error))
    return FALSE;
  applied = apply_and_load (worker, job, job->change, job->today, error);
  if (applied == NULL)
    return FALSE;

  if (hip_change_get_n (applied) > 0)
    {
      g_ptr_array_add (worker->undos, g_steal_pointer (&applied));
      g_ptr_array_set_size (worker->redos, 0);
    }
  return TRUE;
}

/* Moves the last change of @from to @to by undoing it. Redoing is the same thing: the stacks hold
 * what is to be inverted. A change that no longer fits the log never will again, so it is dropped;
 * one that failed for another reason stays and can be tried again. */
static gboolean
step (Worker *worker, Job *job, GPtrArray *from, GPtrArray *to, GError **error)
{
  HipChange *last = peek_last (from);
  g_autoptr (HipChange) inverse = NULL;
  g_autoptr (HipChange) applied = NULL;
  GError *reason = NULL;

  inverse = hip_change_invert (last);
  /* It was in the log before, so its days are fine wherever the runner is now. */
  applied = apply_and_load (worker, job, inverse, G_MAXINT32, &reason);
  if (applied != NULL)
    {
      job->label = g_strdup (hip_change_get_label (last));
      g_ptr_array_add (to, g_steal_pointer (&applied));
    }
  if (reason == NULL || is_outdated (reason))
    g_ptr_array_set_size (from, from->len - 1);
  if (reason == NULL)
    return TRUE;

  g_propagate_error (error, reason);
  return FALSE;
}

static gboolean
undo_job (Worker *worker, Job *job, GError **error)
{
  job->is_undo_or_redo = TRUE;
  if (!require_store (worker, error))
    return FALSE;
  if (worker->undos->len > 0)
    return step (worker, job, worker->undos, worker->redos, error);

  g_set_error_literal (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED,
                       _ ("There is nothing to undo."));
  return FALSE;
}

static gboolean
redo_job (Worker *worker, Job *job, GError **error)
{
  job->is_undo_or_redo = TRUE;
  if (!require_store (worker, error))
    return FALSE;
  if (worker->redos->len > 0)
    return step (worker, job, worker->redos, worker->undos, error);

  g_set_error_literal (error, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED,
                       _ ("There is nothing to redo."));
  return FALSE;
}

static gboolean
backup_job (Worker *worker, Job *job, GError **error)
{
  return require_store (worker, error) && hip_store_backup (worker->store, job->dest, error);
}

static gboolean
close_job (Worker *worker, Job *job, GError **error)
{
  g_clear_pointer (&worker->store, hip_store_close);
  return TRUE;
}

static gboolean complete_cb (gpointer data);

/* Always by a source: g_main_context_invoke() would run it here if nobody iterates the context. */
static void
send_back (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "HipLog");
  g_source_set_callback (source, complete_cb, job, (GDestroyNotify) job_free);
  g_source_attach (source, job->context);
}

static void
run_job (gpointer data, gpointer user_data)
{
  Job *job = data;
  Worker *worker = user_data;
  GCancellable *cancellable = job->task != NULL ? g_task_get_cancellable (job->task) : NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    job->func (worker, job, &job->error);

  if (job->task == NULL)
    {
      job_free (job);
      return;
    }

  job->state.undo_label = dup_last_label (worker->undos);
  job->state.redo_label = dup_last_label (worker->redos);
  send_back (job);
}

/* --- Back on the main context --- */

/* Takes the strings of @state, and its history if it has one. */
static void
publish (HipLog *self, State *state)
{
  State old = self->state;

  if (state->history == NULL)
    state->history = hip_history_ref (old.history);
  self->state = *state;
  *state = (State) { 0 };

  if (self->state.history != old.history)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HISTORY]);
  if (g_strcmp0 (self->state.undo_label, old.undo_label) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
  if (g_strcmp0 (self->state.redo_label, old.redo_label) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_LABEL]);
  if ((self->state.undo_label == NULL) != (old.undo_label == NULL))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  if ((self->state.redo_label == NULL) != (old.redo_label == NULL))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);

  state_clear (&old);
}

static void
return_result (Job *job)
{
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else if (job->label != NULL)
    g_task_return_pointer (job->task, g_steal_pointer (&job->label), g_free);
  else if (job->applied != NULL)
    g_task_return_pointer (job->task, g_steal_pointer (&job->applied),
                           (GDestroyNotify) hip_change_unref);
  else
    g_task_return_boolean (job->task, TRUE);
}

static gboolean
complete_cb (gpointer data)
{
  Job *job = data;
  HipLog *self = g_task_get_source_object (job->task);

  g_assert (HIP_IS_LOG (self));

  publish (self, &job->state);
  if (job->applied != NULL && hip_change_get_n (job->applied) > 0)
    g_signal_emit (self, signals[CHANGED], 0, job->applied, job->is_undo_or_redo);

  return_result (job);
  return G_SOURCE_REMOVE;
}

static Job *
job_new (HipLog *self, JobFunc func)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->context = g_main_context_ref (self->context);
  job->today = hip_day_today ();
  return job;
}

static void
push_job (HipLog *self,
          Job *job,
          gpointer source_tag,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, source_tag);
  /* What is committed is committed, even if somebody cancelled meanwhile. */
  g_task_set_check_cancellable (job->task, FALSE);

  if (self->pool != NULL)
    {
      g_thread_pool_push (self->pool, job, NULL);
      return;
    }

  g_task_return_new_error_literal (job->task, HIP_STORE_ERROR, HIP_STORE_ERROR_FAILED,
                                   _ ("The log is not open."));
  job_free (job);
}

/* --- Object --- */

static void
hip_log_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  HipLog *self = HIP_LOG (object);

  switch ((HipLogProperty) property_id)
    {
    case PROP_PATH:
      g_value_set_string (value, hip_log_get_path (self));
      break;
    case PROP_HISTORY:
      g_value_set_boxed (value, hip_log_get_history (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, hip_log_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, hip_log_get_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, hip_log_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, hip_log_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
hip_log_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  HipLog *self = HIP_LOG (object);

  switch ((HipLogProperty) property_id)
    {
    case PROP_PATH:
      self->path = g_value_dup_string (value);
      break;
    case PROP_HISTORY:
    case PROP_CAN_UNDO:
    case PROP_CAN_REDO:
    case PROP_UNDO_LABEL:
    case PROP_REDO_LABEL:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
hip_log_constructed (GObject *object)
{
  HipLog *self = HIP_LOG (object);

  G_OBJECT_CLASS (hip_log_parent_class)->constructed (object);

  if (self->path == NULL)
    self->path = hip_store_default_path ();
  self->worker = worker_new (self->path);
  self->pool = g_thread_pool_new (run_job, self->worker, 1, TRUE, NULL);
}

static void
hip_log_dispose (GObject *object)
{
  hip_log_close (HIP_LOG (object));

  G_OBJECT_CLASS (hip_log_parent_class)->dispose (object);
}

static void
hip_log_finalize (GObject *object)
{
  HipLog *self = HIP_LOG (object);

  state_clear (&self->state);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->context, g_main_context_unref);

  G_OBJECT_CLASS (hip_log_parent_class)->finalize (object);
}

static void
hip_log_class_init (HipLogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hip_log_get_property;
  object_class->set_property = hip_log_set_property;
  object_class->constructed = hip_log_constructed;
  object_class->dispose = hip_log_dispose;
  object_class->finalize = hip_log_finalize;

  /**
   * HipLog:path:
   *
   * The file of the log.
   */
  props[PROP_PATH] =
      g_param_spec_string ("path", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * HipLog:history:
   *
   * Everything in the log: a new snapshot after each change, never %NULL.
   */
  props[PROP_HISTORY] = g_param_spec_boxed ("history", NULL, NULL, HIP_TYPE_HISTORY, read);
  /**
   * HipLog:can-undo:
   *
   * Whether there is a change to undo.
   */
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, read);
  /**
   * HipLog:can-redo:
   *
   * Whether there is an undone change to do again.
   */
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, read);
  /**
   * HipLog:undo-label:
   *
   * What would be undone, for people.
   */
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, read);
  /**
   * HipLog:redo-label:
   *
   * What would be done again, for people.
   */
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, read);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * HipLog::changed:
   * @self: the log
   * @change: (type gpointer): the [struct@Change] as it was applied
   * @is_undo_or_redo: whether it came from undo or redo
   *
   * Something was committed. [property@Log:history] shows it already.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
}

static void
hip_log_init (HipLog *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->state.history = hip_history_new_empty ();
}

/**
 * hip_log_new:
 * @path: (nullable): the file; %NULL for hip_store_default_path()
 *
 * Makes a log that is empty until hip_log_open_async() is done. It belongs to
 * the thread's default main context of now: there it notifies, and there only it
 * may be used. Operations are done in the order they were asked for.
 *
 * Returns: (transfer full): a new log
 */
HipLog *
hip_log_new (const char *path)
{
  return g_object_new (HIP_TYPE_LOG, "path", path, NULL);
}

/**
 * hip_log_get_path:
 * @self: the log
 *
 * Returns: (transfer none): its file
 */
const char *
hip_log_get_path (HipLog *self)
{
  g_return_val_if_fail (HIP_IS_LOG (self), NULL);

  return self->path;
}

/**
 * hip_log_get_history:
 * @self: the log
 *
 * Returns: (transfer none): all that is in it; never %NULL
 */
HipHistory *
hip_log_get_history (HipLog *self)
{
  g_return_val_if_fail (HIP_IS_LOG (self), NULL);

  return self->state.history;
}

/**
 * hip_log_get_can_undo:
 * @self: the log
 *
 * Returns: whether there is a change to undo
 */
gboolean
hip_log_get_can_undo (HipLog *self)
{
  g_return_val_if_fail (HIP_IS_LOG (self), FALSE);

  return self->state.undo_label != NULL;
}

/**
 * hip_log_get_can_redo:
 * @self: the log
 *
 * Returns: whether there is an undone change to do again
 */
gboolean
hip_log_get_can_redo (HipLog *self)
{
  g_return_val_if_fail (HIP_IS_LOG (self), FALSE);

  return self->state.redo_label != NULL;
}

/**
 * hip_log_get_undo_label:
 * @self: the log
 *
 * Returns: (transfer none) (nullable): what would be undone
 */
const char *
hip_log_get_undo_label (HipLog *self)
{
  g_return_val_if_fail (HIP_IS_LOG (self), NULL);

  return self->state.undo_label;
}

/**
 * hip_log_get_redo_label:
 * @self: the log
 *
 * Returns: (transfer none) (nullable): what would be done again
 */
const char *
hip_log_get_redo_label (HipLog *self)
{
  g_return_val_if_fail (HIP_IS_LOG (self), NULL);

  return self->state.redo_label;
}

static gboolean
finish_boolean (HipLog *self, GAsyncResult *result, gpointer source_tag, GError **error)
{
  g_return_val_if_fail (HIP_IS_LOG (self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gpointer
finish_pointer (HipLog *self, GAsyncResult *result, gpointer source_tag, GError **error)
{
  g_return_val_if_fail (HIP_IS_LOG (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hip_log_open_async:
 * @self: a log
 * @cancellable: (nullable): stops it if it has not begun
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Opens the file, making it if there is none, and loads
 * [property@Log:history]. On failure it may be tried again.
 */
void
hip_log_open_async (HipLog *self,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_return_if_fail (HIP_IS_LOG (self));

  push_job (self, job_new (self, open_job), hip_log_open_async, cancellable, callback, user_data);
}

/**
 * hip_log_open_finish:
 * @self: the log
 * @result: what the callback was given
 * @error: return location for a #HipStoreError
 *
 * Returns: whether the log is open
 */
gboolean
hip_log_open_finish (HipLog *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, hip_log_open_async, error);
}

/**
 * hip_log_apply_async:
 * @self: an open log
 * @change: what to do
 * @cancellable: (nullable): stops it if it has not begun
 * @callback: called when it is on the disk and [property@Log:history] shows it
 * @user_data: for @callback
 *
 * Does all of @change, or nothing. It can then be undone; what was undone before
 * can no longer be done again.
 */
void
hip_log_apply_async (HipLog *self,
                     HipChange *change,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  Job *job;

  g_return_if_fail (HIP_IS_LOG (self));
  g_return_if_fail (change != NULL);

  job = job_new (self, apply_job);
  job->change = hip_change_ref (change);
  push_job (self, job, hip_log_apply_async, cancellable, callback, user_data);
}

/**
 * hip_log_apply_finish:
 * @self: the log
 * @result: what the callback was given
 * @error: return location for a #HipStoreError or #HipRecordError
 *
 * Returns: (transfer full): the change as it was done, new records with their
 *   ids; %NULL if nothing was
 */
HipChange *
hip_log_apply_finish (HipLog *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, hip_log_apply_async, error);
}

/**
 * hip_log_undo_async:
 * @self: an open log
 * @cancellable: (nullable): stops it if it has not begun
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Undoes the last change, including one that was asked for but is still under
 * way. A change that no longer fits the log, since another program wrote to it,
 * fails with %HIP_STORE_ERROR_CONFLICT and is forgotten.
 */
void
hip_log_undo_async (HipLog *self,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_return_if_fail (HIP_IS_LOG (self));

  push_job (self, job_new (self, undo_job), hip_log_undo_async, cancellable, callback, user_data);
}

/**
 * hip_log_undo_finish:
 * @self: the log
 * @result: what the callback was given
 * @error: return location for a #HipStoreError
 *
 * Returns: (transfer full): the label of what was undone
 */
char *
hip_log_undo_finish (HipLog *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, hip_log_undo_async, error);
}

/**
 * hip_log_redo_async:
 * @self: an open log
 * @cancellable: (nullable): stops it if it has not begun
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does the last undone change again.
 */
void
hip_log_redo_async (HipLog *self,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_return_if_fail (HIP_IS_LOG (self));

  push_job (self, job_new (self, redo_job), hip_log_redo_async, cancellable, callback, user_data);
}

/**
 * hip_log_redo_finish:
 * @self: the log
 * @result: what the callback was given
 * @error: return location for a #HipStoreError
 *
 * Returns: (transfer full): the label of what was done again
 */
char *
hip_log_redo_finish (HipLog *self, GAsyncResult *result, GError **error)
{
  return finish_pointer (self, result, hip_log_redo_async, error);
}

/**
 * hip_log_backup_async:
 * @self: an open log
 * @dest: the file to make or replace
 * @cancellable: (nullable): stops it if it has not begun
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does what hip_store_backup() does.
 */
void
hip_log_backup_async (HipLog *self,
                      const char *dest,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  Job *job;

  g_return_if_fail (HIP_IS_LOG (self));
  g_return_if_fail (dest != NULL);

  job = job_new (self, backup_job);
  job->dest = g_strdup (dest);
  push_job (self, job, hip_log_backup_async, cancellable, callback, user_data);
}

/**
 * hip_log_backup_finish:
 * @self: the log
 * @result: what the callback was given
 * @error: return location for a #HipStoreError
 *
 * Returns: whether there is a backup
 */
gboolean
hip_log_backup_finish (HipLog *self, GAsyncResult *result, GError **error)
{
  return finish_boolean (self, result, hip_log_backup_async, error);
}

/**
 * hip_log_close:
 * @self: a log
 *
 * Waits until everything asked for is on the disk, then closes the file. The
 * callbacks of what it waited for still come when the main context runs. Nothing
 * more can be asked of the log.
 */
void
hip_log_close (HipLog *self)
{
  GThreadPool *pool;

  g_return_if_fail (HIP_IS_LOG (self));

  pool = g_steal_pointer (&self->pool);
  if (pool == NULL)
    return;

  g_thread_pool_push (pool, job_new (self, close_job), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  g_clear_pointer (&self->worker, worker_free);
}
