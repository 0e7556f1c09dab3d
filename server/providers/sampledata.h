// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QObject>

namespace fairlead::connections {
struct Connection;
} // namespace fairlead::connections

namespace fairlead::providers {

/**
 * A made-up company to try Fairlead with, in the place of a Jira site and a Notion workspace. Its
 * connections last until they are removed, the person connects something real, or the program ends,
 * and then nothing of them is left.
 * Implemented in app/wiring.
 */
class SampleData : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Missing, ///< this installation has none
        Off,
        Starting,
        On, ///< connected
    };

    using QObject::QObject;
    ~SampleData() override;
    Q_DISABLE_COPY_MOVE(SampleData)

    [[nodiscard]] virtual State state() const = 0;
    /** Whether this connection leads to the made-up company. */
    [[nodiscard]] virtual bool isSample(const connections::Connection &connection) const = 0;

    /** Starts and connects it; changed() tells how far it is, failed() why it did not work. Does
     * nothing unless it is Off. */
    virtual void start() = 0;
    /** Takes a start() back. */
    virtual void cancel() = 0;
    /** Disconnects and ends it. Storage, and then it stays. */
    [[nodiscard]] virtual Result<> remove() = 0;

Q_SIGNALS:
    void changed();
    /** It could not be started, or has ended by itself; a sentence for the person. */
    void failed(const fairlead::Error &error);
};

} // namespace fairlead::providers
