// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/tool.h"

namespace fairlead::conformance {

/** The smallest PNG picture and WAV sound. */
[[nodiscard]] QByteArray tinyPicture();
[[nodiscard]] QByteArray tinySound();

/** A resource with text in it. */
[[nodiscard]] tools::Content textResource(const QString &uri,
                                          const QString &mimeType,
                                          const QString &text);
[[nodiscard]] tools::Content picture();

/** A form that asks for one property. */
[[nodiscard]] tools::InputRequest formFor(const QString &key,
                                          const QString &message,
                                          const QString &property,
                                          const QString &type = QStringLiteral("string"));
[[nodiscard]] tools::InputRequest sampling(const QString &key, const QString &text, int maxTokens);
[[nodiscard]] tools::InputRequest roots();

} // namespace fairlead::conformance
