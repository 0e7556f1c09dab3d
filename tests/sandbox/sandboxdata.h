// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace fairlead::sandbox {

/** A JSON file of data/, which is built into the library; empty when there is none of that name. */
[[nodiscard]] QJsonObject sandboxData(const QString &fileName);

} // namespace fairlead::sandbox
