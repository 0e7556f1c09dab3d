// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QObject>

namespace fairlead::tools {

/** Where a pause is kept that holds for several instances. All errors are Storage. */
class SharedSwitch
{
public:
    SharedSwitch() = default;
    virtual ~SharedSwitch() = default;
    Q_DISABLE_COPY_MOVE(SharedSwitch)

    [[nodiscard]] virtual Result<bool> isOn() const = 0;
    [[nodiscard]] virtual Result<> setOn(bool on) = 0;
};

/**
 * Whether the person has put a stop to what clients do for a while. It is forgotten when the
 * program ends: nobody should wonder for days why nothing answers. Where several instances share
 * it, it holds for all until somebody ends it. Lives as long as the program.
 */
class Pause final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] bool isOn() const { return m_isOn; }
    /** At this instance. */
    void setOn(bool on);
    /** At all instances; when it cannot be told to the others, it is on here alone. */
    [[nodiscard]] Result<> setEverywhere(bool on);

    /** Null: this instance is alone. */
    void share(SharedSwitch *shared) { m_shared = shared; }
    /** Takes in what was said at another instance. */
    [[nodiscard]] Result<> refresh();

    /** Forbidden, with what the client should tell the person, while it is on. */
    [[nodiscard]] Result<> check() const;

Q_SIGNALS:
    void changed();

private:
    SharedSwitch *m_shared = nullptr;
    bool m_isOn = false;
};

} // namespace fairlead::tools
