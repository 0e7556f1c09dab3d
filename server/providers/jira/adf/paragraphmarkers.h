// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/adf/inlinemarkers.h"

#include <QString>

#include <vector>

/** Markers that say something of a whole paragraph. */
namespace fairlead::providers::jira {

/** `[CARD: <url>]` and `[EMBED: <url>]`: the node's type, and only the card is left; or empty. */
[[nodiscard]] QString takenCard(std::vector<InlinePiece> &pieces);

/** `[CAPTION] text` below a picture: takes it, and what comes after the marker is the caption. */
[[nodiscard]] std::vector<InlinePiece> takenCaption(std::vector<InlinePiece> &pieces);

/** Pictures from elsewhere that do not stand alone become links, since ADF has no such inline. */
void linkOuterImages(std::vector<InlinePiece> &pieces, bool mayStandAlone);

} // namespace fairlead::providers::jira
