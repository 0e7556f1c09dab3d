// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/apiclient.h"
#include "app/ctl/output.h"
#include "app/ctl/person.h"

#include <QCoroTask>
#include <QStringList>

#include <span>

namespace fairlead::ctl {

/** What the shell sees; documented in --help. */
enum ExitCode : int {
    Done = 0,
    Failed = 1,
    WrongUsage = 2,
    NoInstance = 3,
};

/** What every command works with. Outlives the command's coroutine. */
struct Context
{
    ApiClient &api;
    Output &output;
    Person &person;

    /** Prints why a call failed; the exit code for it. */
    [[nodiscard]] int failed(const Error &error) const;
    /** Prints what is wrong with the command line, and how it should look; the exit code for it. */
    [[nodiscard]] int misused(const Error &error, const char *usage) const;
};

/** One command, in a file of its own. `arguments` are those behind the command's name. */
struct Command
{
    const char *name;
    const char *usage; ///< one line per form
    const char *summary;
    QCoro::Task<int> (*run)(Context context, QStringList arguments);
};

[[nodiscard]] QCoro::Task<int> runActivity(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runApprovals(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runBackup(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runRestore(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runStatus(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runDoctor(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runClients(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runConnect(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runConnections(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runCredentials(Context context, QStringList arguments);
/** "connect credential NAME": the part of runConnect() for what Fairlead does not call itself. */
[[nodiscard]] QCoro::Task<int> connectCredential(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runExec(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runFolders(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runPause(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runResume(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runKeys(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runLease(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runOrganization(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runPublish(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runSeed(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runStdio(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runTools(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runUpstreams(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runUsers(Context context, QStringList arguments);
[[nodiscard]] QCoro::Task<int> runToken(Context context, QStringList arguments);

/** One of the words behind a command: "list" of "keys list". */
struct SubCommand
{
    const char *name;
    const char *usage;
    QCoro::Task<int> (*run)(Context context, QStringList arguments);
};

/** Runs the sub-command that the first argument names. */
[[nodiscard]] QCoro::Task<int> runSubCommand(Context context,
                                             QStringList arguments,
                                             std::span<const SubCommand> subCommands);

/** All commands, in the order of --help. */
[[nodiscard]] std::span<const Command> commands();

} // namespace fairlead::ctl
