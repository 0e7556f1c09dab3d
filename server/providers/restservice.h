// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/proxyrules.h"

#include <QStringList>

namespace fairlead::providers {

/** What distinguishes a service with a plain REST API and a token from the others of its kind. */
struct RestService
{
    QString type; ///< "todoist": as in Connection::provider; also its toolset
    QString name; ///< "Todoist"
    QString place; ///< what a connection leads to: "Todoist account"
    QString tokenHelp; ///< where a token is made, as a sentence
    net::CallRate rate; ///< what one connection may take of it
    ServiceProblem (*problemOf)(const net::Response &response) = nullptr;
};

} // namespace fairlead::providers
