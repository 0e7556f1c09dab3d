// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <vector>

namespace fairlead::clients {

struct Member;

/**
 * A value in a configuration file: what it means, and which bytes of the file it is. What libraries
 * and the scanner make of JSON, YAML and TOML alike, so that an edit can put a few bytes in the
 * right place and leave all others alone.
 */
struct Node
{
    enum class Kind { Object, List, Scalar };

    Kind kind = Kind::Scalar;
    qsizetype start = 0; ///< of the value in the text
    qsizetype end = 0; ///< behind its last byte; of a block in YAML, behind its last value
    bool isFlow = true; ///< in brackets; false for blocks of YAML and tables with a header in TOML
    qsizetype column = 0; ///< of the first key or dash of a block in YAML
    std::vector<Member> members; ///< of an object, and of a list, whose items have no key
    QJsonValue value;

    [[nodiscard]] const Member *find(const QString &key) const;
    /** The item of a list that has this "name". */
    [[nodiscard]] const Member *findNamed(const QString &name) const;
    [[nodiscard]] int count(const QString &key) const;
};

struct Member
{
    QString key;
    qsizetype keyStart = 0; ///< of an item: where its value starts
    qsizetype comma = -1; ///< position of the comma behind it, in JSON
    Node node;
};

/** The line break that the text uses: of its first line, or "\n". */
[[nodiscard]] QByteArray lineBreakOf(QByteArrayView text);

/** Where the line starts that this position is in. */
[[nodiscard]] qsizetype lineStart(QByteArrayView text, qsizetype position);
/** Where the next line starts; the end of the text when there is none. */
[[nodiscard]] qsizetype nextLine(QByteArrayView text, qsizetype position);
/** The blanks that the line of this position starts with. */
[[nodiscard]] QByteArray indentAt(QByteArrayView text, qsizetype position);
/** The value as JSON on one line, which YAML understands as well. */
[[nodiscard]] QByteArray compactJson(const QJsonValue &value);

/** How many bytes a file may have that we read. */
inline constexpr qsizetype configurationLimit = 32 * 1024 * 1024;
/** How deep values may lie within each other. */
inline constexpr int depthLimit = 100;

} // namespace fairlead::clients
