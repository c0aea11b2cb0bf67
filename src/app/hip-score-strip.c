// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-score-strip.h"

#include <glib/gi18n.h>

/**
 * HipScoreStrip:
 *
 * One hip's pain as eleven numbers; a tap on one scores it. It wraps to two
 * lines where eleven targets would get too small.
 *
 * Zones colour the chosen number only, and the words beside it say the same:
 * 0–2, 3–5 and 6–10, the stricter of the zones in use.
 */
struct _HipScoreStrip
{
  AdwBin parent_instance;

  /* Template Children */
  GtkLabel *side_label;
  GtkLabel *score_label;
  GtkFlowBox *flow_box;

  GtkToggleButton *buttons[HIP_PAIN_MAX + 1]; /* borrowed */
  HipSide side;
  int score;
  gboolean painting;
};

G_DEFINE_FINAL_TYPE (HipScoreStrip, hip_score_strip, ADW_TYPE_BIN)

typedef enum
{
  PROP_SIDE = 1,
} HipScoreStripProperty;

static GParamSpec *properties[PROP_SIDE + 1];

enum
{
  SIGNAL_SCORED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * hip_score_get_zone:
 * @score: 0 to 10
 *
 * Returns: (transfer none): the CSS class of the score's zone
 */
const char *
hip_score_get_zone (int score)
{
  if (score <= 2)
    return "zone-low";
  return score <= 5 ? "zone-middle" : "zone-high";
}

static const char *
describe_score (int score)
{
  if (score == HIP_UNSET)
    return _ ("not scored yet");
  if (score == 0)
    return _ ("no pain");
  if (score <= 2)
    return _ ("a little");
  if (score <= 5)
    return _ ("moderate");
  return score <= 7 ? _ ("strong") : _ ("very strong");
}

static void
paint (HipScoreStrip *self)
{
  self->painting = TRUE;
  for (int i = 0; i <= HIP_PAIN_MAX; i++)
    gtk_toggle_button_set_active (self->buttons[i], i == self->score);
  self->painting = FALSE;
  gtk_label_set_label (self->score_label, describe_score (self->score));
}

static void
toggled_cb (HipScoreStrip *self, GtkToggleButton *button)
{
  int score = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "score"));

  g_assert (HIP_IS_SCORE_STRIP (self));

  if (self->painting)
    return;
  /* A second tap on the chosen number leaves it chosen. */
  self->score = score;
  paint (self);
  g_signal_emit (self, signals[SIGNAL_SCORED], 0, score);
}

static GtkToggleButton *
add_button (HipScoreStrip *self, int score)
{
  g_autofree char *text = g_strdup_printf ("%d", score);
  /* Translators: a pain score of one hip, such as "Left hip: 3 of 10" */
  g_autofree char *name = g_strdup_printf (
      /* Translators: a score from 0 to 10. */
      self->side == HIP_SIDE_LEFT ? _ ("Left hip: %d of 10") : _ ("Right hip: %d of 10"), score);
  GtkWidget *button = gtk_toggle_button_new_with_label (text);

  gtk_widget_add_css_class (button, "score");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_add_css_class (button, hip_score_get_zone (score));
  /* Its label, the number, would come first and leave the hip untold. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "score", GINT_TO_POINTER (score));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->flow_box, button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);

  return GTK_TOGGLE_BUTTON (button);
}

static void
hip_score_strip_constructed (GObject *object)
{
  HipScoreStrip *self = HIP_SCORE_STRIP (object);
  const char *label = self->side == HIP_SIDE_LEFT ? _ ("Left hip") : _ ("Right hip");

  G_OBJECT_CLASS (hip_score_strip_parent_class)->constructed (object);

  gtk_label_set_label (self->side_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  for (int i = 0; i <= HIP_PAIN_MAX; i++)
    self->buttons[i] = add_button (self, i);
  paint (self);
}

static void
hip_score_strip_set_property (GObject *object,
                              guint property_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  HipScoreStrip *self = HIP_SCORE_STRIP (object);

  switch ((HipScoreStripProperty) property_id)
    {
    case PROP_SIDE:
      self->side = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
hip_score_strip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HIP_TYPE_SCORE_STRIP);

  G_OBJECT_CLASS (hip_score_strip_parent_class)->dispose (object);
}

static void
hip_score_strip_class_init (HipScoreStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = hip_score_strip_constructed;
  object_class->set_property = hip_score_strip_set_property;
  object_class->dispose = hip_score_strip_dispose;

  properties[PROP_SIDE] =
      g_param_spec_int ("side", NULL, NULL, HIP_SIDE_LEFT, HIP_SIDE_RIGHT, HIP_SIDE_LEFT,
                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * HipScoreStrip::scored:
   * @score: 0 to 10
   *
   * The runner chose a number.
   */
  signals[SIGNAL_SCORED] = g_signal_new ("scored", HIP_TYPE_SCORE_STRIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/HipLog/ui/hip-score-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, HipScoreStrip, flow_box);
  gtk_widget_class_bind_template_child (widget_class, HipScoreStrip, score_label);
  gtk_widget_class_bind_template_child (widget_class, HipScoreStrip, side_label);
}

static void
hip_score_strip_init (HipScoreStrip *self)
{
  self->score = HIP_UNSET;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hip_score_strip_get_side:
 *
 * Returns: which hip it scores
 */
HipSide
hip_score_strip_get_side (HipScoreStrip *self)
{
  g_return_val_if_fail (HIP_IS_SCORE_STRIP (self), HIP_SIDE_LEFT);

  return self->side;
}

/**
 * hip_score_strip_set_score:
 * @score: 0 to 10, or %HIP_UNSET
 *
 * Shows a score without emitting [signal@ScoreStrip::scored].
 */
void
hip_score_strip_set_score (HipScoreStrip *self, int score)
{
  g_return_if_fail (HIP_IS_SCORE_STRIP (self));

  self->score = score;
  paint (self);
}

/**
 * hip_score_strip_get_focus_button:
 * @self: a strip
 *
 * Returns: (transfer none): the chosen number, or the first one: where typing should begin
 */
GtkWidget *
hip_score_strip_get_focus_button (HipScoreStrip *self)
{
  g_return_val_if_fail (HIP_IS_SCORE_STRIP (self), NULL);

  return GTK_WIDGET (self->buttons[self->score == HIP_UNSET ? 0 : self->score]);
}
