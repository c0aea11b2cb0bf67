// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-warning.h"

#include <glib/gi18n.h>

#include "hip-rule-private.h"

struct _HipWarning
{
  HipRule rule;
  HipSeverity severity;
  HipDay date;
  HipDay until;
  guint session;

  char *subject;
  GPtrArray *entries; /* (element-type HipRecord) (owned) */
  GArray *numbers;    /* (element-type HipNumber), names are literals, texts owned */
  GPtrArray *causes;  /* (nullable): literals and a final NULL, instead of the rule's */
};

G_DEFINE_BOXED_TYPE (HipWarning, hip_warning, hip_warning_ref, hip_warning_unref)

static void
number_clear (gpointer data)
{
  HipNumber *number = data;

  g_free ((char *) number->text);
}

HipWarning *
_hip_warning_new (HipRule rule, HipSeverity severity, HipDay date, HipDay until, char *subject)
{
  HipWarning *self = g_atomic_rc_box_new0 (HipWarning);

  self->rule = rule;
  self->severity = severity;
  self->date = date;
  self->until = until;
  self->subject = subject;
  self->session = HIP_WARNING_NO_SESSION;
  self->entries = g_ptr_array_new_with_free_func (hip_record_unref);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (HipNumber));
  g_array_set_clear_func (self->numbers, number_clear);
  return self;
}

void
_hip_warning_add_entry (HipWarning *self, gpointer record)
{
  g_ptr_array_add (self->entries, hip_record_ref (record));
}

void
_hip_warning_add_number (HipWarning *self, const char *name, HipNumberKind kind, gint64 value)
{
  HipNumber number = { name, kind, value, NULL };

  g_array_append_val (self->numbers, number);
}

void
_hip_warning_add_text (HipWarning *self, const char *name, const char *text)
{
  HipNumber number = { name, HIP_NUMBER_TEXT, 0, g_strdup (text) };

  g_array_append_val (self->numbers, number);
}

void
_hip_warning_add_cause (HipWarning *self, const char *page)
{
  if (self->causes == NULL)
    self->causes = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  g_ptr_array_add (self->causes, (gpointer) page);
}

gint64
_hip_warning_get_value (const HipWarning *self, const char *name)
{
  const HipNumber *number = hip_warning_lookup_number (self, name);

  g_assert (number != NULL);
  return number->value;
}

const char *
_hip_warning_get_text (const HipWarning *self, const char *name)
{
  const HipNumber *number = hip_warning_lookup_number (self, name);

  g_assert (number != NULL);
  return number->text;
}

void
_hip_warning_set_session (HipWarning *self, guint session)
{
  self->session = session;
}

guint
_hip_warning_get_session (const HipWarning *self)
{
  return self->session;
}

/**
 * hip_warning_ref:
 * @self: a warning
 *
 * Returns: (transfer full): @self
 */
HipWarning *
hip_warning_ref (HipWarning *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  HipWarning *self = data;

  g_free (self->subject);
  g_ptr_array_unref (self->entries);
  g_array_unref (self->numbers);
  g_clear_pointer (&self->causes, g_ptr_array_unref);
}

/**
 * hip_warning_unref:
 * @self: (transfer full): a warning
 */
void
hip_warning_unref (HipWarning *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * hip_warning_get_rule:
 * @self: a warning
 *
 * Returns: the rule that speaks
 */
HipRule
hip_warning_get_rule (const HipWarning *self)
{
  g_return_val_if_fail (self != NULL, HIP_RULE_RED_FLAG);

  return self->rule;
}

/**
 * hip_warning_get_severity:
 * @self: a warning
 *
 * Returns: how serious it is
 */
HipSeverity
hip_warning_get_severity (const HipWarning *self)
{
  g_return_val_if_fail (self != NULL, HIP_SEVERITY_TIP);

  return self->severity;
}

/**
 * hip_warning_get_strength:
 * @self: a warning
 *
 * Returns: how strong the evidence is
 */
HipStrength
hip_warning_get_strength (const HipWarning *self)
{
  g_return_val_if_fail (self != NULL, HIP_STRENGTH_WEAK);

  return hip_rule_get_strength (self->rule);
}

/**
 * hip_warning_get_date:
 * @self: a warning
 *
 * Returns: the day whose entry made it fire
 */
HipDay
hip_warning_get_date (const HipWarning *self)
{
  g_return_val_if_fail (self != NULL, HIP_DAY_NONE);

  return self->date;
}

/**
 * hip_warning_get_until:
 * @self: a warning
 *
 * Returns: the last day it is open, %HIP_DAY_NONE when it stays until its cause is gone
 */
HipDay
hip_warning_get_until (const HipWarning *self)
{
  g_return_val_if_fail (self != NULL, HIP_DAY_NONE);

  return self->until;
}

/**
 * hip_warning_get_subject:
 * @self: a warning
 *
 * Returns: what it is about; with the rule, what a dismissal refers to
 */
const char *
hip_warning_get_subject (const HipWarning *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->subject;
}

/**
 * hip_warning_get_n_entries:
 * @self: a warning
 *
 * Returns: how many records are behind it
 */
guint
hip_warning_get_n_entries (const HipWarning *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * hip_warning_get_entry:
 * @self: a warning
 * @i: a number below [method@Warning.get_n_entries]
 *
 * Returns: (transfer none): a record behind it
 */
HipRecord *
hip_warning_get_entry (const HipWarning *self, guint i)
{
  g_return_val_if_fail (i < self->entries->len, NULL);

  return self->entries->pdata[i];
}

/**
 * hip_warning_get_n_numbers:
 * @self: a warning
 *
 * Returns: how many figures it has
 */
guint
hip_warning_get_n_numbers (const HipWarning *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->numbers->len;
}

/**
 * hip_warning_get_number:
 * @self: a warning
 * @i: a number below [method@Warning.get_n_numbers]
 *
 * Returns: (transfer none): a figure
 */
const HipNumber *
hip_warning_get_number (const HipWarning *self, guint i)
{
  g_return_val_if_fail (i < self->numbers->len, NULL);

  return &g_array_index (self->numbers, HipNumber, i);
}

/**
 * hip_warning_lookup_number:
 * @self: a warning
 * @name: a figure's name
 *
 * Returns: (transfer none) (nullable): the figure, %NULL if it has none of that name
 */
const HipNumber *
hip_warning_lookup_number (const HipWarning *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->numbers->len; i++)
    {
      const HipNumber *number = &g_array_index (self->numbers, HipNumber, i);

      if (g_str_equal (number->name, name))
        return number;
    }
  return NULL;
}

/**
 * hip_warning_get_causes:
 * @self: a warning
 *
 * Returns: (array zero-terminated=1): guide pages on what may be behind it
 */
const char *const *
hip_warning_get_causes (const HipWarning *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->causes != NULL)
    return (const char *const *) self->causes->pdata;
  return hip_rule_get_causes (self->rule);
}

/**
 * hip_warning_get_prevention:
 * @self: a warning
 *
 * Returns: (array zero-terminated=1): guide pages on what helps
 */
const char *const *
hip_warning_get_prevention (const HipWarning *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return hip_rule_get_prevention (self->rule);
}

/**
 * hip_warning_dup_title:
 * @self: a warning
 * @units: the units to say it in
 *
 * Returns: (transfer full): one short sentence with the figure
 */
char *
hip_warning_dup_title (const HipWarning *self, HipUnits units)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _hip_rule_get_row (self->rule)->dup_title (self, units);
}

/**
 * hip_warning_dup_body:
 * @self: a warning
 * @units: the units to say it in
 *
 * Returns: (transfer full): why it matters, and what is not known
 */
char *
hip_warning_dup_body (const HipWarning *self, HipUnits units)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _hip_rule_get_row (self->rule)->dup_body (self, units);
}

/**
 * hip_warning_dup_formula:
 * @self: a warning
 * @units: the units to say it in
 *
 * Returns: (transfer full): the test it met, in figures
 */
char *
hip_warning_dup_formula (const HipWarning *self, HipUnits units)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _hip_rule_get_row (self->rule)->dup_formula (self, units);
}

/**
 * hip_warning_dup_strength_text:
 * @self: a warning
 *
 * Returns: (transfer full): how strong the evidence is, and why, in a sentence
 */
char *
hip_warning_dup_strength_text (const HipWarning *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup (_ (_hip_rule_get_row (self->rule)->strength_text));
}

/**
 * hip_warning_dismiss:
 * @self: a warning
 * @today: the day of the dismissal
 *
 * Returns: (transfer full): the record that puts it away, to be added to the log
 */
HipDismissal *
hip_warning_dismiss (const HipWarning *self, HipDay today)
{
  HipDismissal *dismissal;

  g_return_val_if_fail (self != NULL, NULL);

  dismissal = hip_dismissal_new ();
  g_set_str (&dismissal->rule, hip_rule_get_id (self->rule));
  g_set_str (&dismissal->subject, self->subject);
  dismissal->severity = self->severity;
  dismissal->date = today;
  return dismissal;
}
