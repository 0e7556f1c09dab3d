// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clients/client.h"
#include "server/clients/edit/node.h"

namespace fairlead::clients {

/** Changes a few lines of YAML, keeping its line breaks. One change each, then text(). */
class YamlWriter final
{
public:
    static constexpr qsizetype step = 2; ///< columns of one level

    explicit YamlWriter(const QByteArray &text);

    /** Our entry as lines without their ends, its key or dash in this column. */
    [[nodiscard]] static QByteArrayList entryLines(const Place &place,
                                                   const Entry &entry,
                                                   qsizetype column);
    [[nodiscard]] static QByteArrayList memberLines(const QString &name,
                                                    const QJsonValue &value,
                                                    qsizetype column);
    /** Plain where that means the same, else in quotation marks. */
    [[nodiscard]] static QByteArray scalar(const QJsonValue &value);

    /** Below the line on which `end` is. */
    void addLines(qsizetype end, const QByteArrayList &lines);
    /** Into a section that has nothing, {} or []. */
    void fillSection(const Member &section, const QByteArrayList &lines);
    void addFlow(const Node &section, const Place &place, const Entry &entry);
    void replaceValue(const Member &member, const QJsonValue &value);
    void removeLines(const Member &section, const Member &entry);
    void removeFlow(const Node &section, const Member &entry);

    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    [[nodiscard]] qsizetype behindLineOf(qsizetype end) const;

    QByteArray m_text;
    QByteArray m_break;
};

} // namespace fairlead::clients
