// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fairlead::tools {

/**
 * One client's wish to hear when a resource changes. Belongs to whoever asked for it; its end is
 * the end of the wish.
 */
class Following final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void updated();
};

} // namespace fairlead::tools
