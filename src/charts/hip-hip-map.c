// SPDX-License-Identifier: GPL-3.0-or-later
/* The figures are of a right hip, on a sheet 200 wide whose middle is the body's; what is left of
 * it when the empty margins are cut off is the picture. A left hip is the same in a mirror. */
#include "config.h"

#include "hip-hip-map.h"

#define SHEET_WIDTH   200
#define MARGIN        ((SHEET_WIDTH - HIP_HIP_MAP_WIDTH) / 2)
#define MAX_REGIONS   9
#define HATCH_SPACING 5

typedef struct
{
  HipAreas area;
  graphene_point_t anchor; /* well inside, for what points there */
  const char *path;
} Region;

typedef struct
{
  const char *body;
  const char *outline;
  const char *details;
  const char *cut; /* (nullable): where a part is taken away */
  const Region *regions;
  guint n_regions;
} Figure;

// clang-format off

static const Region front_regions[] = {
  { HIP_AREA_ILIAC_CREST, { 68, 60 },
    "M48 60C51.2 56.2 57 54 62 53C67 52 73.2 52.2 78 54C82.8 55.8 88.7 60.3 91 64"
    "C93.3 67.7 93.2 74 92 76C90.8 78 87 77.3 84 76C81 74.7 77.7 69.5 74 68C70.3 66.5 66 66 62 67"
    "C58 68 53.2 72.5 50 74C46.8 75.5 43.3 78.3 43 76C42.7 73.7 44.8 63.8 48 60Z" },
  { HIP_AREA_FRONT, { 79, 116 },
    "M57 90C58.7 87.5 62.2 88 66 89C69.8 90 75.7 92.8 80 96C84.3 99.2 89.2 103.7 92 108"
    "C94.8 112.3 96.2 117.3 97 122C97.8 126.7 98.5 133.3 97 136C95.5 138.7 91.8 138.7 88 138"
    "C84.2 137.3 78.3 135.3 74 132C69.7 128.7 65 122.7 62 118C59 113.3 56.8 108.7 56 104"
    "C55.2 99.3 55.3 92.5 57 90Z" },
  { HIP_AREA_SIDE, { 44, 102 },
    "M41 82C42.8 78 46.2 78.3 48 80C49.8 81.7 51.5 87.3 52 92C52.5 96.7 51.2 102.3 51 108"
    "C50.8 113.7 50.8 120.3 51 126C51.2 131.7 52.8 137.7 52 142C51.2 146.3 48.3 150.7 46 152"
    "C43.7 153.3 39.7 154.3 38 150C36.3 145.7 36.2 133.7 36 126C35.8 118.3 36.2 111.3 37 104"
    "C37.8 96.7 39.2 86 41 82Z" },
  { HIP_AREA_DOWN_THE_LEG, { 62, 160 },
    "M58 132C59.3 128.3 61.3 128.8 64 130C66.7 131.2 71.7 135.7 74 139"
    "C76.3 142.3 77.7 143.2 78 150C78.3 156.8 76.5 171 76 180C75.5 189 76.8 198.3 75 204"
    "C73.2 209.7 68.5 212.7 65 214C61.5 215.3 56.7 216 54 212C51.3 208 50.2 198 49 190"
    "C47.8 182 45.8 170.3 47 164C48.2 157.7 54.2 157.3 56 152C57.8 146.7 56.7 135.7 58 132Z" },
  { HIP_AREA_INNER_THIGH, { 86, 186 },
    "M82 143C83.5 140.3 89.3 142.2 91 144C92.7 145.8 92.2 148.7 92 154"
    "C91.8 159.3 90.7 169.3 90 176C89.3 182.7 88.8 188 88 194C87.2 200 86.5 209 85 212"
    "C83.5 215 79.8 217.3 79 212C78.2 206.7 79.5 188.7 80 180C80.5 171.3 81.7 166.2 82 160"
    "C82.3 153.8 80.5 145.7 82 143Z" },
  { HIP_AREA_OUTER_KNEE, { 54, 238 },
    "M51 220C52.2 216 57 217.7 58 220C59 222.3 57 229.7 57 234C57 238.3 57.3 242 58 246"
    "C58.7 250 62.3 255.8 61 258C59.7 260.2 51.7 261.3 50 259C48.3 256.7 50.8 250.5 51 244"
    "C51.2 237.5 49.8 224 51 220Z" },
};

static const Region side_regions[] = {
  { HIP_AREA_LOWER_BACK, { 95, 26 },
    "M83 4C84.7 1.7 94.8 1.3 98 4C101.2 6.7 101.3 14.3 102 20C102.7 25.7 102.7 33.3 102 38"
    "C101.3 42.7 101 46 98 48C95 50 86.8 50 84 50C81.2 50 80.3 50.3 81 48C81.7 45.7 86.8 41 88 36"
    "C89.2 31 88.8 23.3 88 18C87.2 12.7 81.3 6.3 83 4Z" },
  { HIP_AREA_ILIAC_CREST, { 106, 57 },
    "M77 60C80.2 56.7 87.2 53.7 92 52C96.8 50.3 101 49.7 106 50C111 50.3 117.2 51.7 122 54"
    "C126.8 56.3 133.5 60 135 64C136.5 68 133 77 131 78C129 79 126.8 72.5 123 70"
    "C119.2 67.5 112.8 64 108 63C103.2 62 98.3 62.8 94 64C89.7 65.2 85.5 68.7 82 70"
    "C78.5 71.3 73.8 73.7 73 72C72.2 70.3 73.8 63.3 77 60Z" },
  { HIP_AREA_BACK, { 70, 100 },
    "M69 76C72.7 73.7 77.5 74 80 76C82.5 78 83.3 82.7 84 88C84.7 93.3 84.3 101.7 84 108"
    "C83.7 114.3 83.3 121.3 82 126C80.7 130.7 78.5 134.7 76 136C73.5 137.3 70 137 67 134"
    "C64 131 59.8 123 58 118C56.2 113 56 108.7 56 104C56 99.3 55.8 94.7 58 90"
    "C60.2 85.3 65.3 78.3 69 76Z" },
  { HIP_AREA_SIDE, { 102, 108 },
    "M91 78C93.3 73.7 98.5 73.7 102 74C105.5 74.3 109.7 76.3 112 80C114.3 83.7 115.5 89.7 116 96"
    "C116.5 102.3 115.7 110.7 115 118C114.3 125.3 114.2 135.3 112 140"
    "C109.8 144.7 105.3 145.7 102 146C98.7 146.3 94.3 145.7 92 142C89.7 138.3 88.7 131 88 124"
    "C87.3 117 87.5 107.7 88 100C88.5 92.3 88.7 82.3 91 78Z" },
  { HIP_AREA_FRONT, { 125, 118 },
    "M119 82C120.5 79 128.5 78.3 130 82C131.5 85.7 128 96.7 128 104C128 111.3 129.7 119.7 130 126"
    "C130.3 132.3 131.3 138.7 130 142C128.7 145.3 123.8 147 122 146C120.2 145 119.3 140.7 119 136"
    "C118.7 131.3 119.7 124 120 118C120.3 112 121.2 106 121 100C120.8 94 117.5 85 119 82Z" },
  { HIP_AREA_DOWN_THE_LEG, { 102, 182 },
    "M80 146C82.5 141 88 149 92 150C96 151 99.7 151.7 104 152C108.3 152.3 113.7 152 118 152"
    "C122.3 152 128.3 147.3 130 152C131.7 156.7 129.5 170.3 128 180"
    "C126.5 189.7 125.7 204.3 121 210C116.3 215.7 106.7 213.7 100 214"
    "C93.3 214.3 84.8 217.7 81 212C77.2 206.3 77.2 191 77 180C76.8 169 77.5 151 80 146Z" },
  { HIP_AREA_OUTER_KNEE, { 99, 238 },
    "M88 222C90.5 219.7 96.3 220 100 220C103.7 220 107.8 219 110 222"
    "C112.2 225 113.3 232.7 113 238C112.7 243.3 111.2 251 108 254C104.8 257 97.8 257 94 256"
    "C90.2 255 86.5 251.7 85 248C83.5 244.3 84.5 238.3 85 234C85.5 229.7 85.5 224.3 88 222Z" },
};

static const Region back_regions[] = {
  { HIP_AREA_LOWER_BACK, { 122, 26 },
    "M103 6C105.8 -2.3 113.3 5.3 120 6C126.7 6.7 139 6.3 143 10C147 13.7 143.5 22.7 144 28"
    "C144.5 33.3 148.7 39.3 146 42C143.3 44.7 133.7 43 128 44C122.3 45 116.2 46 112 48"
    "C107.8 50 104.5 63 103 56C101.5 49 100.2 14.3 103 6Z" },
  { HIP_AREA_ILIAC_CREST, { 132, 58 },
    "M110 54C111.7 50.7 117.3 50.7 122 50C126.7 49.3 133.5 49.3 138 50C142.5 50.7 146 50 149 54"
    "C152 58 156.8 70.7 156 74C155.2 77.3 148 75.3 144 74C140 72.7 136 67.3 132 66"
    "C128 64.7 123.3 65.3 120 66C116.7 66.7 113.7 72 112 70C110.3 68 108.3 57.3 110 54Z" },
  { HIP_AREA_TAILBONE, { 100, 92 },
    "M100 82C102.7 82 106.5 80 108 82C109.5 84 109.3 89.7 109 94C108.7 98.3 107.5 104.7 106 108"
    "C104.5 111.3 102 114 100 114C98 114 95.5 111.3 94 108C92.5 104.7 91.3 98.3 91 94"
    "C90.7 89.7 90.5 84 92 82C93.5 80 97.3 82 100 82Z" },
  { HIP_AREA_BACK, { 126, 116 },
    "M114 78C115.3 75 118.7 74.3 122 74C125.3 73.7 130.3 74 134 76C137.7 78 141.8 81.3 144 86"
    "C146.2 90.7 146.7 97.7 147 104C147.3 110.3 147.2 118.3 146 124"
    "C144.8 129.7 143.7 134.7 140 138C136.3 141.3 129.3 143.7 124 144"
    "C118.7 144.3 111.3 142.3 108 140C104.7 137.7 104.3 134 104 130C103.7 126 104.7 120 106 116"
    "C107.3 112 110.7 110 112 106C113.3 102 113.7 96.7 114 92C114.3 87.3 112.7 81 114 78Z" },
  { HIP_AREA_SIDE, { 157, 100 },
    "M152 82C153 78.7 157.2 78.3 159 82C160.8 85.7 162.2 96.7 163 104"
    "C163.8 111.3 164.3 118.7 164 126C163.7 133.3 163 144.7 161 148C159 151.3 154.2 147.7 152 146"
    "C149.8 144.3 148 142 148 138C148 134 151.2 128 152 122C152.8 116 153 108.7 153 102"
    "C153 95.3 151 85.3 152 82Z" },
  { HIP_AREA_INNER_THIGH, { 114, 192 },
    "M107 152C108.9 150.3 117.7 151.3 120 156C122.3 160.7 120.8 171 121 180"
    "C121.2 189 122.2 204.7 121 210C119.8 215.3 115.8 215.3 114 212"
    "C112.2 208.7 110.9 197.7 110 190C109.1 182.3 109 172.3 108.5 166"
    "C108 159.7 105.1 153.7 107 152Z" },
  { HIP_AREA_DOWN_THE_LEG, { 140, 172 },
    "M125 157C127.3 151.3 134.5 156.2 140 156C145.5 155.8 155.3 152.7 158 156"
    "C160.7 159.3 157.2 167.7 156 176C154.8 184.3 152.7 199.3 151 206"
    "C149.3 212.7 149.8 214.3 146 216C142.2 217.7 131.3 220.3 128 216"
    "C124.7 211.7 126.5 199.8 126 190C125.5 180.2 122.7 162.7 125 157Z" },
  { HIP_AREA_OUTER_KNEE, { 145, 240 },
    "M136 224C137.2 222.3 146.8 221.7 149 224C151.2 226.3 148.8 232.7 149 238"
    "C149.2 243.3 151.3 252.7 150 256C148.7 259.3 142.7 259.7 141 258"
    "C139.3 256.3 139.8 250 140 246C140.2 242 142.7 237.7 142 234C141.3 230.3 134.8 225.7 136 224"
    "Z" },
};

static const Region inner_regions[] = {
  { HIP_AREA_LOWER_BACK, { 105, 26 },
    "M117 4C115.3 1.7 105.2 1.3 102 4C98.8 6.7 98.7 14.3 98 20C97.3 25.7 97.3 33.3 98 38"
    "C98.7 42.7 99 46 102 48C105 50 113.2 50 116 50C118.8 50 119.7 50.3 119 48"
    "C118.3 45.7 113.2 41 112 36C110.8 31 111.2 23.3 112 18C112.8 12.7 118.7 6.3 117 4Z" },
  { HIP_AREA_TAILBONE, { 125, 92 },
    "M133 78C131 76 126.8 73 124 74C121.2 75 117.3 80 116 84C114.7 88 115.3 94 116 98"
    "C116.7 102 118 106.7 120 108C122 109.3 125.7 108 128 106C130.3 104 132.7 99.3 134 96"
    "C135.3 92.7 136.2 89 136 86C135.8 83 135 80 133 78Z" },
  { HIP_AREA_BACK, { 125, 124 },
    "M141 106C139.3 105.7 136.5 110.8 134 112C131.5 113.2 129 112.7 126 113"
    "C123 113.3 119 113 116 114C113 115 109.3 115.3 108 119C106.7 122.7 106 132.7 108 136"
    "C110 139.3 116 138.8 120 139C124 139.2 128.5 139.5 132 137C135.5 134.5 139 127.8 141 124"
    "C143 120.2 144 117 144 114C144 111 142.7 106.3 141 106Z" },
  { HIP_AREA_FRONT, { 85, 104 },
    "M88 86C84.3 83 79.3 80.3 76 80C72.7 79.7 68.8 81 68 84C67.2 87 69.7 93.3 71 98"
    "C72.3 102.7 73.2 107.7 76 112C78.8 116.3 84 121.3 88 124C92 126.7 97.7 130 100 128"
    "C102.3 126 102.3 117 102 112C101.7 107 100.3 102.3 98 98C95.7 93.7 91.7 89 88 86Z" },
  { HIP_AREA_INNER_THIGH, { 96, 170 },
    "M126 148C123.8 143.2 117 147.8 112 147C107 146.2 101.2 145.2 96 143"
    "C90.8 140.8 85.3 137.5 81 134C76.7 130.5 72.2 119.7 70 122C67.8 124.3 67.7 138.3 68 148"
    "C68.3 157.7 70.3 170 72 180C73.7 190 74 202 78 208C82 214 90 215 96 216"
    "C102 217 109.7 216.7 114 214C118.3 211.3 120.2 206.3 122 200C123.8 193.7 124.3 184.7 125 176"
    "C125.7 167.3 128.2 152.8 126 148Z" },
};

static const Figure figures[HIP_N_MAP_VIEWS] = {
  [HIP_MAP_VIEW_FRONT] = {
    .body = "M52 0C52.2 2.7 53.3 10.3 53 16C52.7 21.7 51.7 27 50 34C48.3 41 45 50.3 43 58"
            "C41 65.7 39.5 72.3 38 80C36.5 87.7 34.8 96.3 34 104C33.2 111.7 32.8 118 33 126"
            "C33.2 134 33.8 142 35 152C36.2 162 38.2 175.7 40 186C41.8 196.3 44.5 206.3 46 214"
            "C47.5 221.7 48.7 226.7 49 232C49.3 237.3 48.7 240.3 48 246"
            "C47.3 251.7 45.3 259.7 45 266C44.7 272.3 45.2 278.3 46 284"
            "C46.8 289.7 49.3 297.3 50 300L82 300C82.7 297.3 85.1 290 86 284"
            "C86.9 278 87.5 270.3 87.5 264C87.5 257.7 86.4 251.3 86 246"
            "C85.6 240.7 84.7 237.3 85 232C85.3 226.7 86.8 221 88 214C89.2 207 91.1 198.3 92 190"
            "C92.9 181.7 93 171.2 93.5 164C94 156.8 93.9 150.5 95 147C96.1 143.5 98.3 143 100 143"
            "C101.7 143 103.9 143.5 105 147C106.1 150.5 106 156.8 106.5 164"
            "C107 171.2 107.1 181.7 108 190C108.9 198.3 110.8 207 112 214"
            "C113.2 221 114.7 226.7 115 232C115.3 237.3 114.4 240.7 114 246"
            "C113.6 251.3 112.5 257.7 112.5 264C112.5 270.3 113.1 278 114 284"
            "C114.9 290 117.3 297.3 118 300L150 300C150.7 297.3 153.2 289.7 154 284"
            "C154.8 278.3 155.3 272.3 155 266C154.7 259.7 152.7 251.7 152 246"
            "C151.3 240.3 150.7 237.3 151 232C151.3 226.7 152.5 221.7 154 214"
            "C155.5 206.3 158.2 196.3 160 186C161.8 175.7 163.8 162 165 152"
            "C166.2 142 166.8 134 167 126C167.2 118 166.8 111.7 166 104"
            "C165.2 96.3 163.5 87.7 162 80C160.5 72.3 159 65.7 157 58C155 50.3 151.7 41 150 34"
            "C148.3 27 147.3 21.7 147 16C146.7 10.3 147.8 2.7 148 0Z",
    .outline = "M52 0C52.2 2.7 53.3 10.3 53 16C52.7 21.7 51.7 27 50 34C48.3 41 45 50.3 43 58"
               "C41 65.7 39.5 72.3 38 80C36.5 87.7 34.8 96.3 34 104C33.2 111.7 32.8 118 33 126"
               "C33.2 134 33.8 142 35 152C36.2 162 38.2 175.7 40 186C41.8 196.3 44.5 206.3 46 214"
               "C47.5 221.7 48.7 226.7 49 232C49.3 237.3 48.7 240.3 48 246"
               "C47.3 251.7 45.3 259.7 45 266C44.7 272.3 45.2 278.3 46 284"
               "C46.8 289.7 49.3 297.3 50 300M82 300C82.7 297.3 85.1 290 86 284"
               "C86.9 278 87.5 270.3 87.5 264C87.5 257.7 86.4 251.3 86 246"
               "C85.6 240.7 84.7 237.3 85 232C85.3 226.7 86.8 221 88 214"
               "C89.2 207 91.1 198.3 92 190C92.9 181.7 93 171.2 93.5 164"
               "C94 156.8 93.9 150.5 95 147C96.1 143.5 98.3 143 100 143"
               "C101.7 143 103.9 143.5 105 147C106.1 150.5 106 156.8 106.5 164"
               "C107 171.2 107.1 181.7 108 190C108.9 198.3 110.8 207 112 214"
               "C113.2 221 114.7 226.7 115 232C115.3 237.3 114.4 240.7 114 246"
               "C113.6 251.3 112.5 257.7 112.5 264C112.5 270.3 113.1 278 114 284"
               "C114.9 290 117.3 297.3 118 300M148 0C147.8 2.7 146.7 10.3 147 16"
               "C147.3 21.7 148.3 27 150 34C151.7 41 155 50.3 157 58C159 65.7 160.5 72.3 162 80"
               "C163.5 87.7 165.2 96.3 166 104C166.8 111.7 167.2 118 167 126"
               "C166.8 134 166.2 142 165 152C163.8 162 161.8 175.7 160 186"
               "C158.2 196.3 155.5 206.3 154 214C152.5 221.7 151.3 226.7 151 232"
               "C150.7 237.3 151.3 240.3 152 246C152.7 251.7 154.7 259.7 155 266"
               "C155.3 272.3 154.8 278.3 154 284C153.2 289.7 150.7 297.3 150 300",
    .details = "M100 24C99.5 24 98.6 26 98.6 27C98.6 28 99.5 30 100 30C100.5 30 101.4 28 101.4 27"
               "C101.4 26 100.5 24 100 24ZM53 92C54.8 94.7 59.5 102.7 64 108"
               "C68.5 113.3 74.5 119 80 124C85.5 129 94.2 135.7 97 138M147 92"
               "C145.2 94.7 140.5 102.7 136 108C131.5 113.3 125.5 119 120 124"
               "C114.5 129 105.8 135.7 103 138M67 228C71.1 228 74.5 232 74.5 237"
               "C74.5 242 71.1 246 67 246C62.9 246 59.5 242 59.5 237C59.5 232 62.9 228 67 228Z"
               "M133 228C137.1 228 140.5 232 140.5 237C140.5 242 137.1 246 133 246"
               "C128.9 246 125.5 242 125.5 237C125.5 232 128.9 228 133 228Z",
    .regions = front_regions,
    .n_regions = G_N_ELEMENTS (front_regions),
  },
  [HIP_MAP_VIEW_SIDE] = {
    .body = "M78 0C79 3 83 12 84 18C85 24 85.7 29.7 84 36C82.3 42.3 78 49.7 74 56"
            "C70 62.3 63.7 67.7 60 74C56.3 80.3 53.3 87.7 52 94C50.7 100.3 51 106 52 112"
            "C53 118 55.3 125 58 130C60.7 135 65.8 138.3 68 142C70.2 145.7 70.3 146.3 71 152"
            "C71.7 157.7 71.3 167.3 72 176C72.7 184.7 73.7 195.7 75 204"
            "C76.3 212.3 79.2 220 80 226C80.8 232 81 235 80 240C79 245 75.7 250.3 74 256"
            "C72.3 261.7 70 266.7 70 274C70 281.3 73.3 295.7 74 300L108 300"
            "C108.3 296.7 109 286.7 110 280C111 273.3 112.2 265.3 114 260"
            "C115.8 254.7 119.2 252 121 248C122.8 244 124.8 240 125 236"
            "C125.2 232 121.8 228.7 122 224C122.2 219.3 124.3 215.3 126 208"
            "C127.7 200.7 130.5 189.7 132 180C133.5 170.3 134.7 159 135 150"
            "C135.3 141 134.5 133.7 134 126C133.5 118.3 131.8 111 132 104"
            "C132.2 97 133.5 91.3 135 84C136.5 76.7 139.3 67.7 141 60C142.7 52.3 144.5 45 145 38"
            "C145.5 31 144.8 24.3 144 18C143.2 11.7 140.7 3 140 0Z",
    .outline = "M78 0C79 3 83 12 84 18C85 24 85.7 29.7 84 36C82.3 42.3 78 49.7 74 56"
               "C70 62.3 63.7 67.7 60 74C56.3 80.3 53.3 87.7 52 94C50.7 100.3 51 106 52 112"
               "C53 118 55.3 125 58 130C60.7 135 65.8 138.3 68 142C70.2 145.7 70.3 146.3 71 152"
               "C71.7 157.7 71.3 167.3 72 176C72.7 184.7 73.7 195.7 75 204"
               "C76.3 212.3 79.2 220 80 226C80.8 232 81 235 80 240C79 245 75.7 250.3 74 256"
               "C72.3 261.7 70 266.7 70 274C70 281.3 73.3 295.7 74 300M140 0"
               "C140.7 3 143.2 11.7 144 18C144.8 24.3 145.5 31 145 38C144.5 45 142.7 52.3 141 60"
               "C139.3 67.7 136.5 76.7 135 84C133.5 91.3 132.2 97 132 104"
               "C131.8 111 133.5 118.3 134 126C134.5 133.7 135.3 141 135 150"
               "C134.7 159 133.5 170.3 132 180C130.5 189.7 127.7 200.7 126 208"
               "C124.3 215.3 122.2 219.3 122 224C121.8 228.7 125.2 232 125 236"
               "C124.8 240 122.8 244 121 248C119.2 252 115.8 254.7 114 260"
               "C112.2 265.3 111 273.3 110 280C109 286.7 108.3 296.7 108 300",
    .details = "M67 140C68.8 140.2 74.7 141.7 78 141C81.3 140.3 85.5 136.8 87 136M112 228"
               "C113 227.3 116.3 224 118 224C119.7 224 121.3 225.3 122 228"
               "C122.7 230.7 123 237.5 122 240C121 242.5 117 242.5 116 243M81 236"
               "C82 236.3 86 237.7 87 238M134 90C133 91.7 129.7 97.7 128 100"
               "C126.3 102.3 124.7 103.3 124 104M142.5 26C142 26.2 139.4 26.5 139.5 27"
               "C139.6 27.5 142.2 28.7 142.8 29",
    .regions = side_regions,
    .n_regions = G_N_ELEMENTS (side_regions),
  },
  [HIP_MAP_VIEW_BACK] = {
    .body = "M52 0C52.2 2.7 53.3 10.3 53 16C52.7 21.7 51.7 27 50 34C48.3 41 45 50.3 43 58"
            "C41 65.7 39.5 72.3 38 80C36.5 87.7 34.8 96.3 34 104C33.2 111.7 32.8 118 33 126"
            "C33.2 134 33.8 142 35 152C36.2 162 38.2 175.7 40 186C41.8 196.3 44.5 206.3 46 214"
            "C47.5 221.7 48.7 226.7 49 232C49.3 237.3 48.7 240.3 48 246"
            "C47.3 251.7 45.3 259.7 45 266C44.7 272.3 45.2 278.3 46 284"
            "C46.8 289.7 49.3 297.3 50 300L82 300C82.7 297.3 85.1 290 86 284"
            "C86.9 278 87.5 270.3 87.5 264C87.5 257.7 86.4 251.3 86 246"
            "C85.6 240.7 84.7 237.3 85 232C85.3 226.7 86.8 221 88 214C89.2 207 91.1 198 92 190"
            "C92.9 182 93.2 172.3 93.5 166C93.8 159.7 93.2 155.2 93.5 152"
            "C93.8 148.8 93.9 148.5 95 147C96.1 145.5 98.3 143 100 143"
            "C101.7 143 103.9 145.5 105 147C106.1 148.5 106.2 148.8 106.5 152"
            "C106.8 155.2 106.2 159.7 106.5 166C106.8 172.3 107.1 182 108 190"
            "C108.9 198 110.8 207 112 214C113.2 221 114.7 226.7 115 232"
            "C115.3 237.3 114.4 240.7 114 246C113.6 251.3 112.5 257.7 112.5 264"
            "C112.5 270.3 113.1 278 114 284C114.9 290 117.3 297.3 118 300L150 300"
            "C150.7 297.3 153.2 289.7 154 284C154.8 278.3 155.3 272.3 155 266"
            "C154.7 259.7 152.7 251.7 152 246C151.3 240.3 150.7 237.3 151 232"
            "C151.3 226.7 152.5 221.7 154 214C155.5 206.3 158.2 196.3 160 186"
            "C161.8 175.7 163.8 162 165 152C166.2 142 166.8 134 167 126"
            "C167.2 118 166.8 111.7 166 104C165.2 96.3 163.5 87.7 162 80"
            "C160.5 72.3 159 65.7 157 58C155 50.3 151.7 41 150 34C148.3 27 147.3 21.7 147 16"
            "C146.7 10.3 147.8 2.7 148 0Z",
    .outline = "M52 0C52.2 2.7 53.3 10.3 53 16C52.7 21.7 51.7 27 50 34C48.3 41 45 50.3 43 58"
               "C41 65.7 39.5 72.3 38 80C36.5 87.7 34.8 96.3 34 104C33.2 111.7 32.8 118 33 126"
               "C33.2 134 33.8 142 35 152C36.2 162 38.2 175.7 40 186C41.8 196.3 44.5 206.3 46 214"
               "C47.5 221.7 48.7 226.7 49 232C49.3 237.3 48.7 240.3 48 246"
               "C47.3 251.7 45.3 259.7 45 266C44.7 272.3 45.2 278.3 46 284"
               "C46.8 289.7 49.3 297.3 50 300M82 300C82.7 297.3 85.1 290 86 284"
               "C86.9 278 87.5 270.3 87.5 264C87.5 257.7 86.4 251.3 86 246"
               "C85.6 240.7 84.7 237.3 85 232C85.3 226.7 86.8 221 88 214C89.2 207 91.1 198 92 190"
               "C92.9 182 93.2 172.3 93.5 166C93.8 159.7 93.2 155.2 93.5 152"
               "C93.8 148.8 93.9 148.5 95 147C96.1 145.5 98.3 143 100 143"
               "C101.7 143 103.9 145.5 105 147C106.1 148.5 106.2 148.8 106.5 152"
               "C106.8 155.2 106.2 159.7 106.5 166C106.8 172.3 107.1 182 108 190"
               "C108.9 198 110.8 207 112 214C113.2 221 114.7 226.7 115 232"
               "C115.3 237.3 114.4 240.7 114 246C113.6 251.3 112.5 257.7 112.5 264"
               "C112.5 270.3 113.1 278 114 284C114.9 290 117.3 297.3 118 300M148 0"
               "C147.8 2.7 146.7 10.3 147 16C147.3 21.7 148.3 27 150 34C151.7 41 155 50.3 157 58"
               "C159 65.7 160.5 72.3 162 80C163.5 87.7 165.2 96.3 166 104"
               "C166.8 111.7 167.2 118 167 126C166.8 134 166.2 142 165 152"
               "C163.8 162 161.8 175.7 160 186C158.2 196.3 155.5 206.3 154 214"
               "C152.5 221.7 151.3 226.7 151 232C150.7 237.3 151.3 240.3 152 246"
               "C152.7 251.7 154.7 259.7 155 266C155.3 272.3 154.8 278.3 154 284"
               "C153.2 289.7 150.7 297.3 150 300",
    .details = "M100 0C100 5 100 20.3 100 30C100 39.7 100 53.3 100 58M100 92"
               "C99.8 95 99 104 99 110C99 116 99.8 122.5 100 128C100.2 133.5 100 140.5 100 143"
               "M97 143C94.8 144.2 89.2 148.8 84 150C78.8 151.2 71.3 151 66 150"
               "C60.7 149 54.3 145 52 144M103 143C105.2 144.2 110.8 148.8 116 150"
               "C121.2 151.2 128.7 151 134 150C139.3 149 145.7 145 148 144M90 72"
               "C89.8 72.4 88.8 74.1 88.5 74.5M110 72C110.2 72.4 111.2 74.1 111.5 74.5M58 236"
               "C59.5 236.7 63.7 239.8 67 240C70.3 240.2 76.2 237.5 78 237M142 236"
               "C140.5 236.7 136.3 239.8 133 240C129.7 240.2 123.8 237.5 122 237",
    .regions = back_regions,
    .n_regions = G_N_ELEMENTS (back_regions),
  },
  [HIP_MAP_VIEW_INNER] = {
    .body = "M122 0C121 3 117 12 116 18C115 24 114.3 29.7 116 36C117.7 42.3 122 49.7 126 56"
            "C130 62.3 136.3 67.7 140 74C143.7 80.3 146.7 87.7 148 94C149.3 100.3 149 106 148 112"
            "C147 118 144.7 125 142 130C139.3 135 134.2 138.3 132 142"
            "C129.8 145.7 129.7 146.3 129 152C128.3 157.7 128.7 167.3 128 176"
            "C127.3 184.7 126.3 195.7 125 204C123.7 212.3 120.8 220 120 226"
            "C119.2 232 119 235 120 240C121 245 124.3 250.3 126 256C127.7 261.7 130 266.7 130 274"
            "C130 281.3 126.7 295.7 126 300L92 300C91.7 296.7 91 286.7 90 280"
            "C89 273.3 87.8 265.3 86 260C84.2 254.7 80.8 252 79 248C77.2 244 75.2 240 75 236"
            "C74.8 232 78.2 228.7 78 224C77.8 219.3 75.7 215.3 74 208"
            "C72.3 200.7 69.5 189.7 68 180C66.5 170.3 65.3 159 65 150C64.7 141 65.5 133.7 66 126"
            "C66.5 118.3 68.2 111 68 104C67.8 97 66.5 91.3 65 84C63.5 76.7 60.7 67.7 59 60"
            "C57.3 52.3 55.5 45 55 38C54.5 31 55.2 24.3 56 18C56.8 11.7 59.3 3 60 0Z",
    .outline = "M122 0C121 3 117 12 116 18C115 24 114.3 29.7 116 36C117.7 42.3 122 49.7 126 56"
               "C130 62.3 136.3 67.7 140 74C143.7 80.3 146.7 87.7 148 94"
               "C149.3 100.3 149 106 148 112C147 118 144.7 125 142 130"
               "C139.3 135 134.2 138.3 132 142C129.8 145.7 129.7 146.3 129 152"
               "C128.3 157.7 128.7 167.3 128 176C127.3 184.7 126.3 195.7 125 204"
               "C123.7 212.3 120.8 220 120 226C119.2 232 119 235 120 240"
               "C121 245 124.3 250.3 126 256C127.7 261.7 130 266.7 130 274"
               "C130 281.3 126.7 295.7 126 300M60 0C59.3 3 56.8 11.7 56 18"
               "C55.2 24.3 54.5 31 55 38C55.5 45 57.3 52.3 59 60C60.7 67.7 63.5 76.7 65 84"
               "C66.5 91.3 67.8 97 68 104C68.2 111 66.5 118.3 66 126C65.5 133.7 64.7 141 65 150"
               "C65.3 159 66.5 170.3 68 180C69.5 189.7 72.3 200.7 74 208"
               "C75.7 215.3 77.8 219.3 78 224C78.2 228.7 74.8 232 75 236C75.2 240 77.2 244 79 248"
               "C80.8 252 84.2 254.7 86 260C87.8 265.3 89 273.3 90 280C91 286.7 91.7 296.7 92 300",
    .details = "M88 228C87 227.3 83.7 224 82 224C80.3 224 78.7 225.3 78 228"
               "C77.3 230.7 77 237.5 78 240C79 242.5 83 242.5 84 243M119 236"
               "C118 236.3 114 237.7 113 238M57.5 26C58 26.2 60.6 26.5 60.5 27"
               "C60.4 27.5 57.7 28.7 57.2 29",
    .cut = "M67 100C67.8 102.7 69.3 111 72 116C74.7 121 78.7 126.2 83 130"
           "C87.3 133.8 92.8 136.8 98 139C103.2 141.2 108.5 142.5 114 143"
           "C119.5 143.5 128.2 142.2 131 142",
    .regions = inner_regions,
    .n_regions = G_N_ELEMENTS (inner_regions),
  },
};

// clang-format on

struct _HipHipMap
{
  const Figure *figure;
  HipMapView view;
  gboolean mirrored;
  GskPath *body;
  GskPath *outline;
  GskPath *details;
  GskPath *cut; /* (nullable) */
  GskPath *regions[MAX_REGIONS];
};

/**
 * hip_hip_map_new:
 * @view: from where
 * @side: which hip
 *
 * Makes a picture.
 *
 * Returns: (transfer full): the picture
 */
HipHipMap *
hip_hip_map_new (HipMapView view, HipSide side)
{
  HipHipMap *self = g_new0 (HipHipMap, 1);

  g_assert ((guint) view < HIP_N_MAP_VIEWS && (guint) side < HIP_N_SIDES);

  self->figure = &figures[view];
  self->view = view;
  self->mirrored = side == HIP_SIDE_LEFT;
  self->body = gsk_path_parse (self->figure->body);
  self->outline = gsk_path_parse (self->figure->outline);
  self->details = gsk_path_parse (self->figure->details);
  self->cut = self->figure->cut != NULL ? gsk_path_parse (self->figure->cut) : NULL;
  for (guint i = 0; i < self->figure->n_regions; i++)
    self->regions[i] = gsk_path_parse (self->figure->regions[i].path);
  return self;
}

/**
 * hip_hip_map_free:
 * @self: (transfer full): a picture
 *
 * Frees a picture.
 */
void
hip_hip_map_free (HipHipMap *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->figure->n_regions; i++)
    gsk_path_unref (self->regions[i]);
  g_clear_pointer (&self->cut, gsk_path_unref);
  gsk_path_unref (self->details);
  gsk_path_unref (self->outline);
  gsk_path_unref (self->body);
  g_free (self);
}

/**
 * hip_hip_map_get_areas:
 * @self: a picture
 *
 * Gets what can be pointed at.
 *
 * Returns: the set of areas
 */
HipAreas
hip_hip_map_get_areas (const HipHipMap *self)
{
  HipAreas areas = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->figure->n_regions; i++)
    areas |= self->figure->regions[i].area;
  return areas;
}

/**
 * hip_hip_map_is_on_left:
 * @self: a picture
 *
 * Tells on which side of the picture the hip is: who faces you has the right hip on your left.
 *
 * Returns: whether it is on the left
 */
gboolean
hip_hip_map_is_on_left (const HipHipMap *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->view == HIP_MAP_VIEW_BACK) == self->mirrored;
}

static const Region *
find_region (const HipHipMap *self, HipAreas area, guint *index)
{
  for (guint i = 0; i < self->figure->n_regions; i++)
    if (self->figure->regions[i].area == area)
      {
        *index = i;
        return &self->figure->regions[i];
      }
  return NULL;
}

/* From the picture to the sheet or back: a mirror is its own inverse, the margin is not. */
static float
mirror (const HipHipMap *self, float x)
{
  return self->mirrored ? HIP_HIP_MAP_WIDTH - x : x;
}

/**
 * hip_hip_map_get_anchor:
 * @self: a picture
 * @area: one of its areas
 * @point: (out caller-allocates): a point well inside of it
 *
 * Gets where a line that names an area ends.
 */
void
hip_hip_map_get_anchor (const HipHipMap *self, HipAreas area, graphene_point_t *point)
{
  const Region *region;
  guint i;

  g_return_if_fail (self != NULL && point != NULL);

  region = find_region (self, area, &i);
  g_return_if_fail (region != NULL);
  *point = GRAPHENE_POINT_INIT (mirror (self, region->anchor.x - MARGIN), region->anchor.y);
}

/**
 * hip_hip_map_contains:
 * @self: a picture
 * @area: an area
 * @point: a point of the picture
 *
 * Returns: whether @point is in @area; never where the picture does not show it
 */
gboolean
hip_hip_map_contains (const HipHipMap *self, HipAreas area, const graphene_point_t *point)
{
  graphene_point_t on_sheet;
  guint i;

  g_return_val_if_fail (self != NULL && point != NULL, FALSE);

  if (find_region (self, area, &i) == NULL)
    return FALSE;
  on_sheet = GRAPHENE_POINT_INIT (mirror (self, point->x) + MARGIN, point->y);
  return gsk_path_in_fill (self->regions[i], &on_sheet, GSK_FILL_RULE_WINDING);
}

/**
 * hip_hip_map_hit:
 * @self: a picture
 * @point: a point of the picture
 *
 * Finds what is pointed at.
 *
 * Returns: one area, or 0 for none
 */
HipAreas
hip_hip_map_hit (const HipHipMap *self, const graphene_point_t *point)
{
  g_return_val_if_fail (self != NULL && point != NULL, 0);

  for (guint i = 0; i < self->figure->n_regions; i++)
    if (hip_hip_map_contains (self, self->figure->regions[i].area, point))
      return self->figure->regions[i].area;
  return 0;
}

/* Drawing */

static GdkRGBA
fade (const GdkRGBA *color, float opacity)
{
  return (GdkRGBA) { color->red, color->green, color->blue, color->alpha * opacity };
}

static void
draw_line (GtkSnapshot *snapshot, GskPath *path, const GdkRGBA *color, float width, gboolean dashed)
{
  const float dashes[] = { 3, 2.5 };
  GskStroke *stroke = gsk_stroke_new (width);

  gsk_stroke_set_line_cap (stroke, dashed ? GSK_LINE_CAP_BUTT : GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  if (dashed)
    gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

/* Slanted lines across @path: on paper without colours, too, one sees what is chosen. */
static void
draw_hatch (GtkSnapshot *snapshot, GskPath *path, const GdkRGBA *color)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) lines = NULL;
  graphene_rect_t box;

  gsk_path_get_bounds (path, &box);
  for (float x = box.origin.x; x < box.origin.x + box.size.width + box.size.height;
       x += HATCH_SPACING)
    {
      gsk_path_builder_move_to (builder, x, box.origin.y);
      gsk_path_builder_line_to (builder, x - box.size.height, box.origin.y + box.size.height);
    }
  lines = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_WINDING);
  draw_line (snapshot, lines, color, 1, FALSE);
  gtk_snapshot_pop (snapshot);
}

static void
draw_fill (GtkSnapshot *snapshot, GskPath *path, const GdkRGBA *color, float opacity)
{
  GdkRGBA faded = fade (color, opacity);

  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &faded);
}

static void
draw_region (GtkSnapshot *snapshot,
             GskPath *path,
             const HipChartColors *colors,
             gboolean selected,
             gboolean lit)
{
  GdkRGBA faint = fade (&colors->foreground, 0.55);
  GdkRGBA hatch = fade (&colors->accent, 0.8);

  if (lit)
    draw_fill (snapshot, path, &colors->accent, 0.2);
  if (selected)
    {
      draw_fill (snapshot, path, &colors->accent, 0.2);
      draw_hatch (snapshot, path, &hatch);
    }
  draw_line (snapshot, path, selected || lit ? &colors->accent : &faint, selected ? 2 : 1,
             !selected && !lit);
}

static void
draw_body (const HipHipMap *self, GtkSnapshot *snapshot, const HipChartColors *colors)
{
  GdkRGBA line = fade (&colors->foreground, 0.75);
  GdkRGBA faint = fade (&colors->foreground, 0.45);

  draw_fill (snapshot, self->body, &colors->foreground, 0.06);
  draw_line (snapshot, self->details, &faint, 1.2, FALSE);
  if (self->cut != NULL)
    draw_line (snapshot, self->cut, &faint, 1.2, TRUE);
  draw_line (snapshot, self->outline, &line, 1.8, FALSE);
}

/**
 * hip_hip_map_snapshot:
 * @self: a picture
 * @snapshot: where to draw
 * @colors: for the screen or for paper
 * @selected: the areas that are chosen
 * @lit: the area that is pointed at, or 0
 *
 * Draws the picture, %HIP_HIP_MAP_WIDTH by %HIP_HIP_MAP_HEIGHT, with its corner at 0, 0.
 */
void
hip_hip_map_snapshot (const HipHipMap *self,
                      GtkSnapshot *snapshot,
                      const HipChartColors *colors,
                      HipAreas selected,
                      HipAreas lit)
{
  g_return_if_fail (self != NULL && snapshot != NULL && colors != NULL);

  gtk_snapshot_save (snapshot);
  if (self->mirrored)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (HIP_HIP_MAP_WIDTH, 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-MARGIN, 0));
  draw_body (self, snapshot, colors);
  for (guint i = 0; i < self->figure->n_regions; i++)
    {
      HipAreas area = self->figure->regions[i].area;

      draw_region (snapshot, self->regions[i], colors, (selected & area) != 0, lit == area);
    }
  gtk_snapshot_restore (snapshot);
}
