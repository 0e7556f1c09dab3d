// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/clientoptions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fairlead::wiring {
namespace {

/** The program that clients start which know only stdio; the usual folder goes without saying. */
clients::ServerAddress addressFor(const api::InstanceFacts &facts)
{
    const bool isUsual = facts.dataFolder == settings::DataFolder::resolvedPath({});
    const QString program = QCoreApplication::applicationDirPath() + u"/fairleadctl"_s;
    clients::ServerAddress address;
    address.url = QString::fromLatin1(facts.url);
#ifdef Q_OS_WIN
    address.bridgeProgram = program + u".exe"_s;
#else
    address.bridgeProgram = program;
#endif
    address.dataFolder = isUsual ? QString() : facts.dataFolder;
    return address;
}

} // namespace

clients::ClientConnections::Options clientOptions(const clients::Machine &machine,
                                                  const settings::DataFolder &dataFolder,
                                                  const api::InstanceFacts &facts)
{
    clients::ClientConnections::Options result;
    result.machine = machine;
    result.recordsFile = dataFolder.filePath(u"clients.json"_s);
    result.keysFolder = dataFolder.path();
    result.address = [&facts] { return addressFor(facts); };
    return result;
}

} // namespace fairlead::wiring
