// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/secret.h"

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace fairlead::clients {

/** The language that a client's configuration is written in. */
enum class Format {
    Jsonc, ///< JSON, with comments and trailing commas where somebody wrote them
    Toml,
    Yaml,
    None, ///< no file that we may write: the person pastes the entry
};

/** The dialect in which a client wants to be told of a server. */
enum class EntryShape {
    UrlAndHeaders, ///< Cursor, Zed, LM Studio
    TypedHttp, ///< with "type": "http": VS Code, Claude Code, Gemini CLI
    ServerUrl, ///< Windsurf
    CamelCaseStreamable, ///< Cline
    CodexHttp,
    OpencodeRemote,
    GooseExtension,
    ContinueServer,
    StdioBridge, ///< Claude Desktop starts fairleadctl
};

/** How a client writes links that add a server; LinkDialect::None for one that takes none, or, as
 * Goose does, only programs of a list of its own. */
enum class LinkDialect { None, Cursor, VisualStudioCode, LmStudio };

/** Where in the file our entry is. */
struct Place
{
    QString section; ///< a member of the root: "mcpServers"
    bool isList = false; ///< the section is a list whose items have a "name", not an object
};

/** A program that can be told about Fairlead. */
struct Client
{
    QString id; ///< "cursor"
    QString name; ///< "Cursor"
    Format format = Format::Jsonc;
    EntryShape shape = EntryShape::UrlAndHeaders;
    Place place;
    QStringList files; ///< absolute; the first that exists is used, or the last when none does
    QStringList traces; ///< files and folders any of which shows that it is installed
    QStringList programs; ///< names on PATH that show the same
    QString preamble; ///< what a new file must have beside the section
    LinkDialect link = LinkDialect::None;
};

/** The name under which every client knows us. */
inline constexpr char16_t entryName[] = u"fairlead";

/** What an entry is made of. */
struct ServerAddress
{
    QString url; ///< "http://127.0.0.1:8080"
    QString bridgeProgram; ///< absolute path of fairleadctl
    QString dataFolder; ///< given to the bridge; empty when it is the usual one
};

/** An entry's members, in the order in which they are written. */
using Entry = QList<std::pair<QString, QJsonValue>>;

} // namespace fairlead::clients
