// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/bridge/envelopescanner.h"

#include <QList>

namespace fairlead::ctl {

/** Cuts a stream of bytes into lines. Of a line that is longer than allowed nothing is kept but
 * what is needed to answer it. */
class LineSplitter final
{
public:
    struct Line
    {
        QByteArray bytes; ///< without the line end; empty when it was too long
        bool isTooLong = false;
        QByteArray id; ///< of a line that was too long, as written
        bool isRequest = false; ///< of a line that was too long
    };

    explicit LineSplitter(qsizetype limit);

    /** The lines that are complete with these bytes; blank ones are left out. */
    [[nodiscard]] QList<Line> feed(QByteArrayView bytes);
    /** What stands behind the last line end, when no more comes. */
    [[nodiscard]] QList<Line> finish();

private:
    void append(QByteArrayView bytes);
    void endLine(QList<Line> &lines);

    qsizetype m_limit;
    QByteArray m_line;
    EnvelopeScanner m_envelope;
    bool m_isTooLong = false;
};

} // namespace fairlead::ctl
