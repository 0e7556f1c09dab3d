// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr std::array<Command, 24> allCommands{{
    {"status", "status", "what runs, where, and how it is", runStatus},
    {"doctor", "doctor", "checks with a verdict and a remedy each", runDoctor},
    {"clients",
     "clients list [--all] | preview ID | add ID | remove ID [--keep-key] | undo ID | link ID | "
     "extension FILE",
     "the programs on this computer that may ask Fairlead: Cursor, VS Code, …",
     runClients},
    {"connect",
     "connect jira --url URL --email EMAIL --token-stdin [--organization NAME]\n"
     "       fairleadctl connect notion|todoist --token-stdin\n"
     "       fairleadctl connect openproject --url URL --token-stdin\n"
     "       fairleadctl connect sentry [--url URL] --token-stdin\n"
     "       fairleadctl connect mcp --url URL [--name NAME] [--email EMAIL] [--token-stdin]\n"
     "       fairleadctl connect jira|notion --oauth [--client-id ID --client-secret-stdin] "
     "[--site NAME]… [--no-browser] [--reconnect CONNECTION]\n"
     "       fairleadctl connect credential NAME",
     "connect a service: with a token from standard input, or by signing in in the browser",
     runConnect},
    {"connections",
     "connections list | test ID | remove ID",
     "the connected services",
     runConnections},
    {"credentials",
     "credentials list | remove NAME",
     "credentials of other services, such as openai, to be leased by name",
     runCredentials},
    {"folders",
     "folders list | add DIR | remove DIR",
     "the folders that AI tools may upload from and download to",
     runFolders},
    {"keys",
     "keys create --name NAME [--access read|write|full] [--expires 90d] [--connection ID]… "
     "[--proxy] [--lease] [--ask never|destructive|writes]\n"
     "       fairleadctl keys list [--all] | rename ID NAME | rotate ID | revoke ID\n"
     "       fairleadctl keys rights ID [proxy|lease…|none] | toolsets ID [NAME…|all|none]\n"
     "       fairleadctl keys ask ID never|destructive|writes | tool ID TOOL allow|ask|deny|usual",
     "the keys of MCP clients",
     runKeys},
    {"tools",
     "tools list | call NAME [JSON or -] [--transport http|sse] [--key-stdin]",
     "speak MCP with the server as a client does",
     runTools},
    {"publish",
     "publish FILE… --project KEY [--type NAME] [--parent ISSUE | --epic NAME] [--connection NAME] "
     "[--attach] [--again update|comment|new] [--dry-run]\n"
     "       fairleadctl publish --list [DIR] | --forget ID | --export-links [DIR]",
     "files of approved folders as Jira issues",
     runPublish},
    {"exec",
     "exec --with SERVICE[=CONNECTION][,SERVICE…] [--ttl 1h] -- CMD [ARG]…",
     "a command with credentials in its environment (JIRA_URL, JIRA_EMAIL, JIRA_API_TOKEN, "
     "NOTION_ACCESS_TOKEN, …), lent for as long as it runs",
     runExec},
    {"lease",
     "lease list [--all] | revoke ID…",
     "the credentials that programs hold for a time",
     runLease},
    {"stdio",
     "stdio [--key-file FILE] [--url URL] [--no-start]",
     "MCP on standard input and output, for clients that know nothing else; key in FAIRLEAD_KEY",
     runStdio},
    {"upstreams",
     "upstreams list | catalogue | tools SERVER | review SERVER | approve SERVER TOOL… | --all\n"
     "       fairleadctl upstreams on|off SERVER TOOL… | effect SERVER TOOL "
     "read|write|destructive|judged",
     "the remote MCP servers, and which of their tools clients may use",
     runUpstreams},
    {"users",
     "users list | create NAME [--email EMAIL]",
     "the profiles of this instance",
     runUsers},
    {"organization",
     "organization list | create NAME | rename ORGANIZATION NAME | delete ORGANIZATION\n"
     "       fairleadctl organization members ORGANIZATION | role ORGANIZATION MEMBER "
     "owner|admin|member | remove ORGANIZATION MEMBER | leave ORGANIZATION\n"
     "       fairleadctl organization invite ORGANIZATION USER [--role admin|owner] | invitations "
     "[ORGANIZATION] | withdraw ORGANIZATION USER | accept ORGANIZATION | decline ORGANIZATION\n"
     "       fairleadctl organization connections ORGANIZATION | share ORGANIZATION CONNECTION "
     "all|admins|MEMBER…",
     "teams: who is in them, and which connections they share",
     runOrganization},
    {"approvals",
     "approvals [watch] | list | allow ID [--session | --always] | deny ID",
     "the calls that wait for a person's yes; while it watches, somebody can be asked",
     runApprovals},
    {"pause", "pause", "stop every client until it is resumed", runPause},
    {"resume", "resume", "let clients go on", runResume},
    {"activity",
     "activity [--limit N] [--target ABC-123] [--client NAME] [--tool NAME] [--connection NAME] "
     "[--outcome "
     "ok|refused|cancelled|failed] [--from TIME] [--to TIME] [--text TEXT]\n"
     "       fairleadctl activity export [--format csv|jsonl] [--target ABC-123] …\n"
     "       fairleadctl activity verify\n"
     "       fairleadctl activity undo ID [--dry-run] [--force]",
     "what clients did, newest first, and all of it for other programs; whether the log is as it "
     "was written; and putting back what "
     "a call changed, by the ID of its line",
     runActivity},
    {"backup",
     "backup FILE [--with-master-key]",
     "one file with connections, keys and settings; the master key under a passphrase from "
     "standard input",
     runBackup},
    {"restore",
     "restore FILE [--without-master-key]",
     "lay a backup ready for the next start",
     runRestore},
    {"seed",
     "seed --development",
     "people, organizations and connections to try an empty data folder with",
     runSeed},
    {"token",
     "token [--ttl 1h] | list | revoke ID",
     "a management token for the REST API; those in force, and an end to one of them",
     runToken},
}};

} // namespace

int Context::failed(const Error &error) const
{
    output.error(error);
    return api.noInstance() ? NoInstance : Failed;
}

int Context::misused(const Error &error, const char *usage) const
{
    output.usage(error.message, usage);
    return WrongUsage;
}

QCoro::Task<int> runSubCommand(Context context,
                               QStringList arguments,
                               std::span<const SubCommand> subCommands)
{
    QStringList names;
    for (const SubCommand &subCommand : subCommands) {
        const QString name = QString::fromLatin1(subCommand.name);
        if (arguments.value(0) == name) {
            QStringList rest = arguments.sliced(1);
            co_return co_await subCommand.run(context, std::move(rest));
        }
        names.append(name);
    }
    const QString choice = names.join(u", "_s);
    const QString sentence = arguments.isEmpty()
        ? u"A word is missing, one of: %1."_s.arg(choice)
        : u"“%1” is not one of: %2."_s.arg(arguments.first(), choice);
    co_return context.misused({.code = ErrorCode::InvalidInput, .message = sentence},
                              subCommands.front().usage);
}

std::span<const Command> commands()
{
    return allCommands;
}

} // namespace fairlead::ctl
