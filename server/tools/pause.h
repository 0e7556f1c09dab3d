// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QObject>

namespace fairlead::tools {

/**
 * Whether the person has put a stop to what clients do for a while. It is forgotten when the
 * program ends: nobody should wonder for days why nothing answers. Lives as long as the program.
 */
class Pause final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setOn(bool on);

    /** Forbidden, with what the client should tell the person, while it is on. */
    [[nodiscard]] Result<> check() const;

Q_SIGNALS:
    void changed();

private:
    bool m_isOn = false;
};

} // namespace fairlead::tools
