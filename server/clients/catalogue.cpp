// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/catalogue.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

/** The folders that clients put theirs into. */
struct Folders
{
    QString home;
    QString xdg; ///< for those that keep to ~/.config on every system
    QString config; ///< the system's own for programs' settings
};

Folders foldersOf(const Machine &machine)
{
    Folders folders{
        .home = machine.home, .xdg = machine.pathVariable(u"XDG_CONFIG_HOME"_s), .config = {}};
    if (folders.xdg.isEmpty())
        folders.xdg = machine.home + u"/.config"_s;
    switch (machine.platform) {
    case Platform::Linux:
        folders.config = folders.xdg;
        break;
    case Platform::MacOs:
        folders.config = machine.home + u"/Library/Application Support"_s;
        break;
    case Platform::Windows:
        folders.config = machine.pathVariable(u"APPDATA"_s);
        if (folders.config.isEmpty())
            folders.config = machine.home + u"/AppData/Roaming"_s;
        break;
    }
    return folders;
}

QString folderOr(const QString &chosen, const QString &usual)
{
    return chosen.isEmpty() ? usual : chosen;
}

Client cursor(const Folders &at)
{
    return {.id = u"cursor"_s,
            .name = u"Cursor"_s,
            .place = {.section = u"mcpServers"_s},
            .files = {at.home + u"/.cursor/mcp.json"_s},
            .traces = {at.home + u"/.cursor"_s, at.config + u"/Cursor"_s},
            .programs = {u"cursor"_s},
            .preamble = {},
            .link = LinkDialect::Cursor};
}

Client visualStudioCode(const Folders &at)
{
    return {.id = u"vscode"_s,
            .name = u"VS Code"_s,
            .shape = EntryShape::TypedHttp,
            .place = {.section = u"servers"_s},
            .files = {at.config + u"/Code/User/mcp.json"_s},
            .traces = {at.config + u"/Code"_s},
            .programs = {u"code"_s},
            .preamble = {},
            .link = LinkDialect::VisualStudioCode};
}

Client claudeCode(const Folders &at, const Machine &machine)
{
    const QString folder = machine.pathVariable(u"CLAUDE_CONFIG_DIR"_s);
    const QString file = folderOr(folder, at.home) + u"/.claude.json"_s;
    return {.id = u"claude-code"_s,
            .name = u"Claude Code"_s,
            .shape = EntryShape::TypedHttp,
            .place = {.section = u"mcpServers"_s},
            .files = {file},
            .traces = {file, folderOr(folder, at.home + u"/.claude"_s)},
            .programs = {u"claude"_s},
            .preamble = {}};
}

Client claudeDesktop(const Folders &at)
{
    return {.id = u"claude-desktop"_s,
            .name = u"Claude Desktop"_s,
            .shape = EntryShape::StdioBridge,
            .place = {.section = u"mcpServers"_s},
            .files = {at.config + u"/Claude/claude_desktop_config.json"_s},
            .traces = {at.config + u"/Claude"_s},
            .programs = {u"claude-desktop"_s},
            .preamble = {}};
}

Client codex(const Folders &at, const Machine &machine)
{
    const QString folder = folderOr(machine.pathVariable(u"CODEX_HOME"_s), at.home + u"/.codex"_s);
    return {.id = u"codex"_s,
            .name = u"Codex"_s,
            .format = Format::Toml,
            .shape = EntryShape::CodexHttp,
            .place = {.section = u"mcp_servers"_s},
            .files = {folder + u"/config.toml"_s},
            .traces = {folder},
            .programs = {u"codex"_s},
            .preamble = {}};
}

Client gemini(const Folders &at)
{
    return {.id = u"gemini"_s,
            .name = u"Gemini CLI"_s,
            .shape = EntryShape::TypedHttp,
            .place = {.section = u"mcpServers"_s},
            .files = {at.home + u"/.gemini/settings.json"_s},
            .traces = {at.home + u"/.gemini"_s},
            .programs = {u"gemini"_s},
            .preamble = {}};
}

Client windsurf(const Folders &at)
{
    return {.id = u"windsurf"_s,
            .name = u"Windsurf"_s,
            .shape = EntryShape::ServerUrl,
            .place = {.section = u"mcpServers"_s},
            .files = {at.home + u"/.codeium/windsurf/mcp_config.json"_s},
            .traces = {at.home + u"/.codeium/windsurf"_s},
            .programs = {u"windsurf"_s},
            .preamble = {}};
}

Client zed(const Folders &at, const Machine &machine)
{
    const QString folder =
        machine.platform == Platform::Windows ? at.config + u"/Zed"_s : at.xdg + u"/zed"_s;
    return {.id = u"zed"_s,
            .name = u"Zed"_s,
            .place = {.section = u"context_servers"_s},
            .files = {folder + u"/settings.json"_s},
            .traces = {folder},
            .programs = {u"zed"_s, u"zeditor"_s},
            .preamble = {}};
}

Client lmStudio(const Folders &at)
{
    return {.id = u"lmstudio"_s,
            .name = u"LM Studio"_s,
            .place = {.section = u"mcpServers"_s},
            .files = {at.home + u"/.lmstudio/mcp.json"_s},
            .traces = {at.home + u"/.lmstudio"_s},
            .programs = {u"lms"_s},
            .preamble = {},
            .link = LinkDialect::LmStudio};
}

Client goose(const Folders &at, const Machine &machine)
{
    const QString folder = machine.platform == Platform::Windows
        ? at.config + u"/Block/goose/config"_s
        : at.xdg + u"/goose"_s;
    return {.id = u"goose"_s,
            .name = u"Goose"_s,
            .format = Format::Yaml,
            .shape = EntryShape::GooseExtension,
            .place = {.section = u"extensions"_s},
            .files = {folder + u"/config.yaml"_s},
            .traces = {folder},
            .programs = {u"goose"_s},
            .preamble = {}};
}

Client cline(const Folders &at)
{
    const QString folder = at.config + u"/Code/User/globalStorage/saoudrizwan.claude-dev"_s;
    return {.id = u"cline"_s,
            .name = u"Cline"_s,
            .shape = EntryShape::CamelCaseStreamable,
            .place = {.section = u"mcpServers"_s},
            .files = {folder + u"/settings/cline_mcp_settings.json"_s},
            .traces = {folder},
            .programs = {},
            .preamble = {}};
}

Client continueDev(const Folders &at)
{
    return {.id = u"continue"_s,
            .name = u"Continue"_s,
            .format = Format::Yaml,
            .shape = EntryShape::ContinueServer,
            .place = {.section = u"mcpServers"_s, .isList = true},
            .files = {at.home + u"/.continue/config.yaml"_s},
            .traces = {at.home + u"/.continue"_s},
            .programs = {u"cn"_s},
            .preamble = u"name: Local Config\nversion: 1.0.0\nschema: v1\n"_s};
}

Client opencode(const Folders &at)
{
    const QString folder = at.xdg + u"/opencode"_s;
    return {.id = u"opencode"_s,
            .name = u"opencode"_s,
            .shape = EntryShape::OpencodeRemote,
            .place = {.section = u"mcp"_s},
            .files = {folder + u"/opencode.jsonc"_s, folder + u"/opencode.json"_s},
            .traces = {folder},
            .programs = {u"opencode"_s},
            .preamble = {}};
}

Client jetBrains(const Folders &at)
{
    return {.id = u"jetbrains"_s,
            .name = u"JetBrains IDEs"_s,
            .format = Format::None,
            .place = {.section = u"mcpServers"_s},
            .files = {},
            .traces = {at.config + u"/JetBrains"_s},
            .programs = {},
            .preamble = {}};
}

} // namespace

QList<Client> catalogue(const Machine &machine)
{
    const Folders at = foldersOf(machine);
    return {cursor(at),
            visualStudioCode(at),
            claudeCode(at, machine),
            claudeDesktop(at),
            codex(at, machine),
            gemini(at),
            windsurf(at),
            zed(at, machine),
            lmStudio(at),
            goose(at, machine),
            cline(at),
            continueDev(at),
            opencode(at),
            jetBrains(at)};
}

QString configurationFile(const Client &client)
{
    for (const QString &file : client.files) {
        // Also a link to nothing, which is for the person to mend.
        if (const QFileInfo info(file); info.exists() || info.isSymLink())
            return file;
    }
    return client.files.isEmpty() ? QString() : client.files.last();
}

bool isInstalled(const Client &client, const Machine &machine)
{
    const auto exists = [](const QString &path) { return QFileInfo::exists(path); };
    const auto hasProgram = [&](const QString &name) { return machine.hasProgram(name); };
    return std::any_of(client.traces.begin(), client.traces.end(), exists)
        || std::any_of(client.programs.begin(), client.programs.end(), hasProgram);
}

} // namespace fairlead::clients
