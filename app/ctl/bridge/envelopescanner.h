// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace fairlead::ctl {

/**
 * Finds the id of a JSON-RPC message in its bytes, exactly as it is written there, and whether the
 * message has a method. Takes the bytes in any pieces and keeps none of them, so that a message
 * which is too long to be read can still be answered. What is not JSON gives nothing useful.
 */
class EnvelopeScanner final
{
public:
    void feed(QByteArrayView bytes);

    /** The id as written; empty when there is none (yet). */
    [[nodiscard]] QByteArray id() const;
    /** Where the id begins, counted from the first byte. */
    [[nodiscard]] qsizetype idStart() const { return m_idStart; }
    [[nodiscard]] bool hasMethod() const { return m_hasMethod; }

private:
    enum class Part { Key, Value };

    void readStructure(char c);
    void readString(char c);
    void endKey();

    int m_depth = 0;
    Part m_part = Part::Value;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_inId = false;
    bool m_hasMethod = false;
    QByteArray m_key;
    QByteArray m_id;
    qsizetype m_at = 0;
    qsizetype m_idStart = -1;
};

} // namespace fairlead::ctl
