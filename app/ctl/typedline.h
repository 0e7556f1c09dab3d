// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/bridge/inputreader.h"
#include "server/base/cancellation.h"

namespace fairlead::ctl {

/** One line of input, read without blocking the event loop, so that Ctrl-C still comes through. */
class TypedLine final : public QObject
{
    Q_OBJECT

public:
    TypedLine(int descriptor, const CancellationToken &cancellation);

    /** Without its end; empty when the input ended or nobody waits any more. */
    [[nodiscard]] const QByteArray &text() const { return m_text; }

Q_SIGNALS:
    /** Once, never from within the constructor. */
    void finished();

private:
    void take(const QByteArray &bytes);
    void end();

    InputReader m_reader;
    QByteArray m_text;
    bool m_isOver = false;
};

} // namespace fairlead::ctl
