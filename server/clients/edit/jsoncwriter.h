// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clients/client.h"
#include "server/clients/edit/node.h"

namespace fairlead::clients {

/**
 * Changes a few bytes of JSON in the way in which the text around them is written: its indent, its
 * line breaks, one line or many, a trailing comma or none. One change each, then text().
 */
class JsoncWriter final
{
public:
    explicit JsoncWriter(const QByteArray &text);

    /** A whole document, behind what the text has (blanks and comments). */
    [[nodiscard]] QByteArray documentWith(const QString &section,
                                          const QString &name,
                                          const Entry &entry);
    void insertSection(const Node &root,
                       const QString &section,
                       const QString &name,
                       const Entry &entry);
    void insertMember(const Node &container, const QString &name, const Entry &entry);
    void insertValue(const Node &container, const QString &name, const QJsonValue &value);
    void replaceValue(const Member &member, const QJsonValue &value);
    void removeMember(const Node &container, const Member &member);

    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    /** "name": { … } over several lines, the first without indent; on one line in `Flat`. */
    enum class Layout { Lines, Flat };
    [[nodiscard]] QByteArray member(const QString &name,
                                    const Entry &entry,
                                    const QByteArray &indent,
                                    Layout layout) const;
    [[nodiscard]] QByteArray value(const QJsonValue &value,
                                   const QByteArray &indent,
                                   Layout layout) const;
    [[nodiscard]] Layout layoutOf(const Node &container) const;
    [[nodiscard]] QByteArray memberIndent(const Node &container) const;
    void insert(const Node &container, const QByteArray &member);

    QByteArray m_text;
    QByteArray m_break;
    QByteArray m_unit; ///< one step of indent
};

} // namespace fairlead::clients
