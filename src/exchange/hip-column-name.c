// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-column-name.h"

#define WHOLE_NAME 1000
#define UNIT_ALONE 900
#define ONE_WORD   500

/* Each list begins with the names that are the surest. English, German, French, Spanish, Italian,
 * Dutch, Portuguese, Swedish; without accents. */
static const char *const date_words[] = {
  "date",      "datum",     "fecha",     "data",  "day",   "tag",       "jour",
  "dia",       "giorno",    "dag",       "dato",  "when",  "wann",      "datetime",
  "timestamp", "startdate", "starttime", "start", "begin", "startzeit", NULL,
};
static const char *const distance_words[] = {
  "distance",    "distanz",        "distancia",  "distanza",      "afstand",
  "strecke",     "dist",           "entfernung", "lange",         "length",
  "mileage",     "recorrido",      "parcours",   "streckenlange", "laufstrecke",
  "kilometraje", "chilometraggio", "distans",    "umfang",        NULL,
};
static const char *const duration_words[] = {
  "duration",      "dauer",      "duree",       "duracion", "durata",
  "duur",          "movingtime", "duracao",     "laufzeit", "bewegungszeit",
  "tempsdecourse", "looptijd",   "time",        "zeit",     "temps",
  "tiempo",        "tijd",       "tid",         "tempo",    "totaltime",
  "gesamtzeit",    "timertime",  "elapsedtime", "elapsed",  NULL,
};
static const char *const shoe_words[] = {
  "shoe",      "shoes",      "schuh",     "schuhe",     "laufschuhe", "laufschuh", "chaussures",
  "chaussure", "zapatillas", "zapatos",   "scarpe",     "schoenen",   "schoen",    "tenis",
  "skor",      "gear",       "equipment", "ausrustung", NULL,
};
static const char *const effort_words[] = {
  "effort",   "rpe",    "perceivedexertion", "exertion",  "anstrengung", "borg", "ressenti",
  "esfuerzo", "sforzo", "inspanning",        "belastung", "esforco",     NULL,
};
static const char *const ascent_words[] = {
  "ascent",     "elevationgain", "elevgain",        "totalascent",
  "climb",      "hohenmeter",    "anstieg",         "hm",
  "aufstieg",   "denivele",      "denivelepositif", "desnivel",
  "dislivello", "hoogtemeters",  "stijging",        "gain",
  "elevation",  "elev",          "subida",          NULL,
};
static const char *const start_words[] = {
  "starttime", "timeofday", "startzeit", "uhrzeit",   "beginn",   "start",    "heure",
  "hora",      "ora",       "orario",    "starttijd", "tijdstip", "starttid", "clock",
  "time",      "zeit",      "tijd",      "tiempo",    "temps",    NULL,
};
static const char *const cadence_words[] = {
  "cadence", "kadenz", "schrittfrequenz", "cadenza",        "cadencia", "cadans",
  "spm",     "kadens", "stepspermin",     "stepsperminute", NULL,
};
static const char *const title_words[] = {
  "title", "titel",  "titre", "titulo",  "titolo",      "name",  "naam",
  "nom",   "nombre", "nome",  "workout", "bezeichnung", "label", NULL,
};
static const char *const note_words[] = {
  "note",        "notes",        "notiz",     "notizen",     "comment",      "comments",
  "bemerkung",   "bemerkungen",  "kommentar", "kommentare",  "anmerkung",    "anmerkungen",
  "commentaire", "commentaires", "remarque",  "remarques",   "notas",        "nota",
  "comentario",  "comentarios",  "commento",  "commenti",    "opmerking",    "opmerkingen",
  "notitie",     "notities",     "remarks",   "description", "beschreibung", "anteckning",
  NULL,
};
static const char *const sport_words[] = {
  "sport",      "sportart",   "type",     "typ",       "tipo",     "art",
  "discipline", "disziplin",  "activity", "aktivitat", "activite", "actividad",
  "attivita",   "activiteit", "deporte",  NULL,
};

static const char *const *const words_of[HIP_N_MAPPED_FIELDS] = {
  [HIP_MAPPED_DATE] = date_words,         [HIP_MAPPED_DISTANCE] = distance_words,
  [HIP_MAPPED_DURATION] = duration_words, [HIP_MAPPED_SHOE] = shoe_words,
  [HIP_MAPPED_EFFORT] = effort_words,     [HIP_MAPPED_ASCENT] = ascent_words,
  [HIP_MAPPED_START] = start_words,       [HIP_MAPPED_CADENCE] = cadence_words,
  [HIP_MAPPED_TITLE] = title_words,       [HIP_MAPPED_NOTE] = note_words,
  [HIP_MAPPED_SPORT] = sport_words,
};

/* A name with one of these is of something else. */
static const char *const other_words[] = {
  "pace",       "speed",     "geschwindigkeit",
  "vitesse",    "velocidad", "velocita",
  "snelheid",   "allure",    "ritmo",
  "max",        "maximum",   "best",
  "beste",      "goal",      "ziel",
  "soll",       "plan",      "planned",
  "geplant",    "target",    "objectif",
  "objetivo",   "week",      "weekly",
  "woche",      "semaine",   "semana",
  "settimana",  "month",     "monat",
  "cumulative", "kumuliert", "remaining",
  "heart",      "hr",        "puls",
  "pulse",      "temp",      "temperature",
  "temperatur", "split",     "lap",
  "laps",       "end",       "ende",
  "birth",      "updated",   "created",
  "weight",     "sleep",     "loss",
  "descent",    "abstieg",   NULL,
};

/* Words that say nothing. */
static const char *const idle_words[] = {
  "in",      "of",       "the",        "de",       "la",        "le",       "el",         "il",
  "du",      "di",       "et",         "und",      "and",       "y",        "run",        "running",
  "lauf",    "activity", "aktivitats", "activite", "actividad", "attivita", "activiteit", "avg",
  "average", "total",    "local",      "gmt",      "your",      "o",        NULL,
};

static const struct
{
  const char *word;
  HipNameUnit unit;
} unit_words[] = {
  { "km", HIP_NAME_UNIT_KM },
  { "kms", HIP_NAME_UNIT_KM },
  { "kilometer", HIP_NAME_UNIT_KM },
  { "kilometers", HIP_NAME_UNIT_KM },
  { "kilometre", HIP_NAME_UNIT_KM },
  { "kilometres", HIP_NAME_UNIT_KM },
  { "kilometros", HIP_NAME_UNIT_KM },
  { "chilometri", HIP_NAME_UNIT_KM },
  { "quilometros", HIP_NAME_UNIT_KM },
  { "mi", HIP_NAME_UNIT_MI },
  { "mile", HIP_NAME_UNIT_MI },
  { "miles", HIP_NAME_UNIT_MI },
  { "meilen", HIP_NAME_UNIT_MI },
  { "millas", HIP_NAME_UNIT_MI },
  { "miglia", HIP_NAME_UNIT_MI },
  { "mijl", HIP_NAME_UNIT_MI },
  { "m", HIP_NAME_UNIT_M },
  { "meter", HIP_NAME_UNIT_M },
  { "meters", HIP_NAME_UNIT_M },
  { "metre", HIP_NAME_UNIT_M },
  { "metres", HIP_NAME_UNIT_M },
  { "metros", HIP_NAME_UNIT_M },
  { "metri", HIP_NAME_UNIT_M },
  { "ft", HIP_NAME_UNIT_FT },
  { "feet", HIP_NAME_UNIT_FT },
  { "h", HIP_NAME_UNIT_HOURS },
  { "hours", HIP_NAME_UNIT_HOURS },
  { "hrs", HIP_NAME_UNIT_HOURS },
  { "stunden", HIP_NAME_UNIT_HOURS },
  { "std", HIP_NAME_UNIT_HOURS },
  { "min", HIP_NAME_UNIT_MINUTES },
  { "mins", HIP_NAME_UNIT_MINUTES },
  { "minutes", HIP_NAME_UNIT_MINUTES },
  { "minuten", HIP_NAME_UNIT_MINUTES },
  { "minutos", HIP_NAME_UNIT_MINUTES },
  { "minuti", HIP_NAME_UNIT_MINUTES },
  { "s", HIP_NAME_UNIT_SECONDS },
  { "sec", HIP_NAME_UNIT_SECONDS },
  { "secs", HIP_NAME_UNIT_SECONDS },
  { "seconds", HIP_NAME_UNIT_SECONDS },
  { "sek", HIP_NAME_UNIT_SECONDS },
  { "sekunden", HIP_NAME_UNIT_SECONDS },
  { "secondes", HIP_NAME_UNIT_SECONDS },
  { "segundos", HIP_NAME_UNIT_SECONDS },
  { "secondi", HIP_NAME_UNIT_SECONDS },
  { "seconden", HIP_NAME_UNIT_SECONDS },
  { "hh", HIP_NAME_UNIT_CLOCK },
  { "hhmmss", HIP_NAME_UNIT_CLOCK },
  { "mm", HIP_NAME_UNIT_CLOCK },
  { "ss", HIP_NAME_UNIT_CLOCK },
  { "hms", HIP_NAME_UNIT_CLOCK },
};

/* Letters and digits; a capital behind a small letter begins a word: "startTime". */
static GPtrArray *
split_words (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean was_lower = FALSE;

  for (const char *p = decomposed;; p = g_utf8_next_char (p))
    {
      gunichar c = p != NULL ? g_utf8_get_char (p) : 0;

      if (g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK)
        continue;
      if (word->len > 0 && (!g_unichar_isalnum (c) || (was_lower && g_unichar_isupper (c))))
        {
          g_ptr_array_add (words, g_utf8_casefold (word->str, -1));
          g_string_truncate (word, 0);
        }
      if (c == 0)
        break;
      if (g_unichar_isalnum (c))
        g_string_append_unichar (word, c);
      was_lower = g_unichar_islower (c);
    }
  return g_steal_pointer (&words);
}

static gboolean
take_unit (HipColumnName *self, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (unit_words); i++)
    if (g_str_equal (word, unit_words[i].word))
      {
        if (unit_words[i].unit < HIP_NAME_UNIT_HOURS)
          self->length = unit_words[i].unit;
        /* Of "h:mm:ss" the last one counts. */
        else
          self->time = unit_words[i].unit;
        return TRUE;
      }
  return FALSE;
}

/**
 * hip_column_name_new:
 * @text: the name of a column
 *
 * Takes the name to words and units: "Distance (km)", "durationInSeconds", "Höhenmeter".
 *
 * Returns: (transfer full): what it is made of
 */
HipColumnName *
hip_column_name_new (const char *text)
{
  HipColumnName *self;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HipColumnName, 1);
  words = split_words (text);
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (!take_unit (self, word) && (words->len == 1 || !g_strv_contains (idle_words, word)))
        g_strv_builder_add (kept, word);
    }
  self->words = g_strv_builder_end (kept);
  self->key = g_strjoinv (NULL, self->words);
  return self;
}

/**
 * hip_column_name_free:
 * @self: (nullable): a name
 *
 * Frees it.
 */
void
hip_column_name_free (HipColumnName *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->words);
  g_free (self->key);
  g_free (self);
}

static int
find (const char *const *list, const char *word)
{
  for (int i = 0; list[i] != NULL; i++)
    if (g_str_equal (list[i], word))
      return i;
  return -1;
}

static gboolean
is_other (const HipColumnName *self)
{
  for (guint i = 0; self->words[i] != NULL; i++)
    if (g_strv_contains (other_words, self->words[i]))
      return TRUE;
  /* Both in one are a pace or a speed. */
  return self->length != HIP_NAME_UNIT_NONE && self->time != HIP_NAME_UNIT_NONE;
}

/* "km" or "Minutes", and no more. */
static gboolean
is_unit_alone (const HipColumnName *self, HipMappedField field)
{
  if (*self->key != '\0')
    return FALSE;
  if (field == HIP_MAPPED_DISTANCE)
    return self->length == HIP_NAME_UNIT_KM || self->length == HIP_NAME_UNIT_MI;
  return field == HIP_MAPPED_DURATION && self->time != HIP_NAME_UNIT_NONE;
}

/**
 * hip_column_name_rate:
 * @self: a name
 * @field: a field of a run
 *
 * Says how surely the name is one of that field.
 *
 * Returns: the greater, the surer; 0 for a name of anything else
 */
int
hip_column_name_rate (const HipColumnName *self, HipMappedField field)
{
  const char *const *list;
  int best = 0;
  int place;

  g_return_val_if_fail (self != NULL && (guint) field < HIP_N_MAPPED_FIELDS, 0);

  list = words_of[field];
  if (is_other (self))
    return 0;
  if (is_unit_alone (self, field))
    return UNIT_ALONE;
  place = find (list, self->key);
  if (place >= 0)
    return WHOLE_NAME - place;
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      place = find (list, self->words[i]);
      if (place >= 0)
        best = MAX (best, ONE_WORD - place);
    }
  return best;
}
