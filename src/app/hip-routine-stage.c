// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-routine-stage.h"

#include <glib/gi18n.h>

#include "hip-exercise-ring.h"
#include "hip-units.h"

/**
 * HipRoutineStage:
 *
 * A routine as it is played: picture, exercise, side and time, to be read from
 * the mat two metres away, and the few buttons there are. While it plays, the
 * session does not fall asleep.
 *
 * A step that begins by itself is announced, and heard as the desktop's alert
 * sound, which is silent where there is none.
 *
 * ## Actions
 *
 * "stage.pause" pauses or goes on, "stage.previous", "stage.next", "stage.done".
 */
struct _HipRoutineStage
{
  AdwBin parent_instance;

  /* Template Children */
  AdwWindowTitle *window_title;
  GtkToggleButton *sound_button;
  GtkProgressBar *progress_bar;
  HipExerciseRing *ring;
  GtkLabel *headline_label;
  GtkLabel *detail_label;
  GtkLabel *time_label;
  GtkLabel *instruction_label;
  GtkLabel *caution_label;
  GtkWidget *done_button;
  GtkWidget *pause_button;
  GtkImage *pause_image;
  GtkLabel *pause_label;

  /* Owned References */
  HipRoutine *routine;        /* (nullable): before anything is played */
  HipRoutinePlayer *player;   /* (nullable) */
  GArray *plan;               /* (nullable) (element-type HipRoutineStep) */
  GtkApplication *inhibiting; /* (nullable): what keeps the session awake */

  guint inhibit_cookie;
  guint timeout_id;
  gboolean sound;
};

G_DEFINE_FINAL_TYPE (HipRoutineStage, hip_routine_stage, ADW_TYPE_BIN)

enum
{
  PROP_SOUND = 1,
  N_PROPS,
};

enum
{
  FINISHED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Often enough for a ring that runs. A window that is not drawn has to be heard too, so frames are
 * not what it goes by. */
#define TICK_MS 100

/* Words */

static const HipRoutineExercise *
get_exercise (HipRoutineStage *self)
{
  return hip_routine_get_exercise (self->routine,
                                   hip_routine_player_get_step (self->player)->exercise);
}

/* (nullable): side and round, where there is more than one. */
static char *
dup_part (const HipRoutineStep *step)
{
  const char *side = step->side == HIP_ROUTINE_LEFT ? _ ("Left side") : _ ("Right side");
  g_autofree char *round = NULL;

  if (step->n_rounds == 1)
    return step->side != HIP_ROUTINE_BOTH ? g_strdup (side) : NULL;
  /* Translators: a round of an exercise, and how many there are. */
  round = g_strdup_printf (_ ("Round %1$d of %2$d"), step->round, step->n_rounds);
  if (step->side == HIP_ROUTINE_BOTH)
    return g_steal_pointer (&round);
  /* Translators: "Left side · Round 1 of 2" */
  return g_strdup_printf (_ ("%1$s · %2$s"), side, round);
}

static const char *
get_headline (HipRoutineStage *self, const HipRoutineStep *step)
{
  switch (step->kind)
    {
    case HIP_ROUTINE_CHANGE:
      return _ ("Get Ready");
    case HIP_ROUTINE_CHANGE_SIDE:
      return _ ("Change Sides");
    case HIP_ROUTINE_REST:
      return _ ("Rest");
    case HIP_ROUTINE_WORK:
    default:
      return get_exercise (self)->title;
    }
}

/* What comes after a pause, as far as it is another thing than before. */
static char *
dup_next (HipRoutineStage *self, const HipRoutineStep *step)
{
  const char *title = get_exercise (self)->title;
  g_autofree char *part = dup_part (step);

  if (step->kind != HIP_ROUTINE_CHANGE && part != NULL)
    /* Translators: the exercise that comes next; or its side and round. */
    return g_strdup_printf (_ ("Next: %s"), part);
  if (part == NULL)
    return g_strdup_printf (_ ("Next: %s"), title);
  /* Translators: the exercise that comes next; its side and round. */
  return g_strdup_printf (_ ("Next: %1$s · %2$s"), title, part);
}

/* (nullable): what part of the exercise it is; in a pause, what comes next. */
static char *
dup_detail (HipRoutineStage *self, const HipRoutineStep *step)
{
  return step->kind == HIP_ROUTINE_WORK ? dup_part (step) : dup_next (self, step);
}

static char *
dup_repetitions (const HipRoutineStep *step)
{
  const HipGuideDose dose = { .reps = step->reps };

  return hip_guide_dose_to_text (&dose);
}

static char *
dup_length (const HipRoutineStep *step)
{
  if (step->seconds == 0)
    return dup_repetitions (step);
  if (step->seconds % 60 == 0)
    return g_strdup_printf (ngettext ("%d minute", "%d minutes", step->seconds / 60),
                            step->seconds / 60);
  return g_strdup_printf (ngettext ("%d second", "%d seconds", step->seconds), step->seconds);
}

/* Painting */

static gint64
get_remaining_seconds (HipRoutineStage *self)
{
  return (hip_routine_player_get_remaining (self->player) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
}

/* Whoever wants no animations gets a ring that goes by the second. */
static double
get_fraction (HipRoutineStage *self, const HipRoutineStep *step)
{
  double left = (double) hip_routine_player_get_remaining (self->player) / G_USEC_PER_SEC;

  if (step->seconds == 0)
    return 0;
  if (!adw_get_enable_animations (GTK_WIDGET (self)))
    left = (double) get_remaining_seconds (self);
  return left / step->seconds;
}

static void
paint_time (HipRoutineStage *self)
{
  const HipRoutineStep *step = hip_routine_player_get_step (self->player);
  g_autofree char *text = step->seconds > 0
                              ? hip_units_format_duration (get_remaining_seconds (self))
                              : dup_repetitions (step);

  gtk_label_set_label (self->time_label, text);
  hip_exercise_ring_set_fraction (self->ring, get_fraction (self, step),
                                  step->kind != HIP_ROUTINE_WORK
                                      || hip_routine_player_get_state (self->player)
                                             == HIP_PLAYER_PAUSED);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_label_set_label (label, text != NULL ? text : "");
}

/* Of the first @n_steps; those of one exercise stand together. */
static guint
count_exercises (HipRoutineStage *self, guint n_steps)
{
  guint n = 0;

  for (guint i = 0; i < n_steps; i++)
    if (i == 0
        || g_array_index (self->plan, HipRoutineStep, i).exercise
               != g_array_index (self->plan, HipRoutineStep, i - 1).exercise)
      n++;
  return n;
}

static void
paint_title (HipRoutineStage *self)
{
  guint index = hip_routine_player_get_index (self->player);
  guint n = count_exercises (self, self->plan->len);
  g_autofree char *place = NULL;

  /* Translators: of the exercises of a routine, which it is and how many there are. */
  place = g_strdup_printf (_ ("Exercise %1$u of %2$u"), count_exercises (self, index + 1), n);
  adw_window_title_set_title (self->window_title, self->routine->title);
  adw_window_title_set_subtitle (self->window_title, n > 1 ? place : "");
  gtk_progress_bar_set_fraction (self->progress_bar, (double) index / self->plan->len);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), self->plan->len > 1);
}

/* What is to be done next is the coloured button, and has the keyboard. */
static void
paint_buttons (HipRoutineStage *self)
{
  gboolean running = hip_routine_player_get_state (self->player) == HIP_PLAYER_RUNNING;
  gboolean waits = running && hip_routine_player_get_step (self->player)->seconds == 0;

  gtk_image_set_from_icon_name (self->pause_image, running ? "media-playback-pause-symbolic"
                                                           : "media-playback-start-symbolic");
  gtk_label_set_label (self->pause_label, running ? _ ("P_ause") : _ ("_Go On"));
  gtk_widget_set_tooltip_text (self->pause_button,
                               running ? _ ("Pause (Space)") : _ ("Go On (Space)"));
  gtk_widget_set_visible (self->done_button, waits);
  if (waits)
    gtk_widget_remove_css_class (self->pause_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->pause_button, "suggested-action");
  gtk_widget_grab_focus (waits ? self->done_button : self->pause_button);
}

static void
paint_step (HipRoutineStage *self)
{
  const HipRoutineStep *step = hip_routine_player_get_step (self->player);
  const HipRoutineExercise *exercise = get_exercise (self);
  gboolean on_skin = exercise->kind == HIP_CARE_ICE || exercise->kind == HIP_CARE_HEAT;
  g_autofree char *detail = dup_detail (self, step);

  paint_title (self);
  hip_exercise_ring_set_picture (self->ring, exercise->picture);
  set_text (self->headline_label, get_headline (self, step));
  set_text (self->detail_label, detail);
  set_text (self->instruction_label, exercise->instruction);
  set_text (self->caution_label, on_skin ? self->routine->caution : NULL);
  if (step->seconds > 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self->time_label), "repetitions");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->time_label), "repetitions");
  paint_time (self);
  paint_buttons (self);
}

/* Telling */

static void
announce_step (HipRoutineStage *self)
{
  const HipRoutineStep *step = hip_routine_player_get_step (self->player);
  g_autofree char *detail = dup_detail (self, step);
  g_autofree char *length = dup_length (step);
  g_autofree char *text = NULL;

  if (detail != NULL)
    /* Translators: an exercise, its side or round, and how long or how often: said aloud. */
    text = g_strdup_printf (_ ("%1$s, %2$s, %3$s"), get_headline (self, step), detail, length);
  else
    /* Translators: an exercise, and how long or how often: said aloud. */
    text = g_strdup_printf (_ ("%1$s, %2$s"), get_headline (self, step), length);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* It asks the desktop for its alert sound, and does not wait for it. */
static void
sound_cue (HipRoutineStage *self)
{
  if (self->sound)
    gdk_display_beep (gtk_widget_get_display (GTK_WIDGET (self)));
}

/* Running */

static void
set_awake (HipRoutineStage *self, gboolean awake)
{
  GApplication *app = g_application_get_default ();

  if (awake && self->inhibiting == NULL && GTK_IS_APPLICATION (app))
    {
      self->inhibiting = GTK_APPLICATION (g_object_ref (app));
      self->inhibit_cookie = gtk_application_inhibit (
          self->inhibiting, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
          GTK_APPLICATION_INHIBIT_IDLE, _ ("A guided routine is running"));
    }
  else if (!awake && self->inhibiting != NULL)
    {
      if (self->inhibit_cookie != 0)
        gtk_application_uninhibit (self->inhibiting, self->inhibit_cookie);
      g_clear_object (&self->inhibiting);
    }
}

static void update_running (HipRoutineStage *self);

/* After every act: what is seen, what is heard of it, and whether the time goes on. */
static void
follow (HipRoutineStage *self)
{
  update_running (self);
  if (hip_routine_player_get_state (self->player) == HIP_PLAYER_FINISHED)
    {
      g_signal_emit (self, signals[FINISHED], 0);
      return;
    }
  paint_step (self);
}

static gboolean
tick_cb (gpointer data)
{
  HipRoutineStage *self = HIP_ROUTINE_STAGE (data);

  if (!hip_routine_player_tick (self->player, g_get_monotonic_time ()))
    {
      paint_time (self);
      return G_SOURCE_CONTINUE;
    }
  sound_cue (self);
  if (hip_routine_player_get_state (self->player) != HIP_PLAYER_FINISHED)
    announce_step (self);
  follow (self);
  return self->timeout_id != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
update_running (HipRoutineStage *self)
{
  gboolean running =
      self->player != NULL && hip_routine_player_get_state (self->player) == HIP_PLAYER_RUNNING;

  set_awake (self, running);
  if (running && self->timeout_id == 0)
    self->timeout_id = g_timeout_add (TICK_MS, tick_cb, self);
  else if (!running)
    g_clear_handle_id (&self->timeout_id, g_source_remove);
}

/* What the runner does */

static void
pause_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipRoutineStage *self = HIP_ROUTINE_STAGE (widget);

  if (hip_routine_player_get_state (self->player) == HIP_PLAYER_RUNNING)
    hip_routine_stage_pause (self);
  else
    hip_routine_stage_resume (self);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HipRoutineStage *self = HIP_ROUTINE_STAGE (widget);
  gint64 now = g_get_monotonic_time ();

  if (g_str_equal (name, "stage.next"))
    hip_routine_player_next (self->player, now);
  else if (g_str_equal (name, "stage.previous"))
    hip_routine_player_previous (self->player, now);
  else
    hip_routine_player_done (self->player, now);
  if (hip_routine_player_get_state (self->player) != HIP_PLAYER_FINISHED)
    announce_step (self);
  follow (self);
}

/* Construction */

static void
hip_routine_stage_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SOUND:
      g_value_set_boolean (value, HIP_ROUTINE_STAGE (object)->sound);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hip_routine_stage_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HipRoutineStage *self = HIP_ROUTINE_STAGE (object);

  switch (id)
    {
    case PROP_SOUND:
      self->sound = g_value_get_boolean (value);
      gtk_button_set_icon_name (GTK_BUTTON (self->sound_button),
                                self->sound ? "audio-volume-high-symbolic"
                                            : "audio-volume-muted-symbolic");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hip_routine_stage_dispose (GObject *object)
{
  HipRoutineStage *self = HIP_ROUTINE_STAGE (object);

  g_clear_pointer (&self->player, hip_routine_player_free);
  update_running (self);
  g_clear_pointer (&self->plan, g_array_unref);
  g_clear_pointer (&self->routine, hip_routine_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_ROUTINE_STAGE);

  G_OBJECT_CLASS (hip_routine_stage_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-routine-stage.ui");
  gtk_widget_class_bind_template_child (widget_class, HipRoutineStage, caution_label);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineStage, detail_label);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineStage, done_button);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineStage, headline_label);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineStage, instruction_label);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineStage, pause_button);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineStage, pause_image);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineStage, pause_label);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineStage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineStage, ring);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineStage, sound_button);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineStage, time_label);
  gtk_widget_class_bind_template_child (widget_class, HipRoutineStage, window_title);
}

static void
hip_routine_stage_class_init (HipRoutineStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hip_routine_stage_get_property;
  object_class->set_property = hip_routine_stage_set_property;
  object_class->dispose = hip_routine_stage_dispose;

  /**
   * HipRoutineStage:sound:
   *
   * Whether a step that begins by itself is to be heard.
   */
  properties[PROP_SOUND] =
      g_param_spec_boolean ("sound", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HipRoutineStage::finished:
   *
   * The last step is over.
   */
  signals[FINISHED] = g_signal_new ("finished", HIP_TYPE_ROUTINE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HIP_TYPE_EXERCISE_RING);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "stage.pause", NULL, pause_action);
  gtk_widget_class_install_action (widget_class, "stage.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "stage.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "stage.done", NULL, step_action);
}

static void
hip_routine_stage_init (HipRoutineStage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self, "sound", self->sound_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/**
 * hip_routine_stage_play:
 * @self: a stage that is in a window
 * @routine: the routine
 * @plan: (element-type HipRoutineStep): steps of @routine, at least one
 *
 * Plays a plan from its beginning.
 */
void
hip_routine_stage_play (HipRoutineStage *self, HipRoutine *routine, GArray *plan)
{
  g_return_if_fail (HIP_IS_ROUTINE_STAGE (self));
  g_return_if_fail (routine != NULL);
  g_return_if_fail (plan != NULL && plan->len > 0);

  g_clear_pointer (&self->player, hip_routine_player_free);
  g_clear_pointer (&self->plan, g_array_unref);
  g_clear_pointer (&self->routine, hip_routine_unref);
  self->routine = hip_routine_ref (routine);
  self->plan = g_array_ref (plan);
  self->player = hip_routine_player_new (plan);
  hip_routine_player_start (self->player, g_get_monotonic_time ());
  announce_step (self);
  follow (self);
}

/**
 * hip_routine_stage_pause:
 * @self: a stage that plays
 *
 * Stops the time.
 */
void
hip_routine_stage_pause (HipRoutineStage *self)
{
  g_return_if_fail (HIP_IS_ROUTINE_STAGE (self));
  g_return_if_fail (self->player != NULL);

  hip_routine_player_pause (self->player, g_get_monotonic_time ());
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Paused"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  follow (self);
}

/**
 * hip_routine_stage_resume:
 * @self: a stage that plays
 *
 * Goes on after a pause.
 */
void
hip_routine_stage_resume (HipRoutineStage *self)
{
  g_return_if_fail (HIP_IS_ROUTINE_STAGE (self));
  g_return_if_fail (self->player != NULL);

  hip_routine_player_resume (self->player, g_get_monotonic_time ());
  announce_step (self);
  follow (self);
}

/**
 * hip_routine_stage_get_player:
 * @self: a stage
 *
 * Gets what it plays, to see what has been done.
 *
 * Returns: (transfer none) (nullable): the player; %NULL before anything is played
 */
const HipRoutinePlayer *
hip_routine_stage_get_player (HipRoutineStage *self)
{
  g_return_val_if_fail (HIP_IS_ROUTINE_STAGE (self), NULL);

  return self->player;
}
