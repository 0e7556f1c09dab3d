// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/postgreserrors.h"

#include "server/store/databaseaddress.h"

#include <QSqlError>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::store {
namespace {

/** The server's own first line: those after it can quote what was stored. */
QString firstLine(const QSqlError &error)
{
    QString line = error.databaseText().section(u'\n', 0, 0).simplified();
    return line.endsWith(u'.') ? line.chopped(1) : line;
}

struct Explanation
{
    QLatin1StringView sign; ///< an SQLSTATE, or how one begins; or words
    QLatin1StringView text;
};

constexpr std::array explanations{
    Explanation{"57014"_L1,
                "The database %1 took too long over a statement, which was given up. Look at how "
                "busy it is, then try again."_L1},
    Explanation{"55P03"_L1, "The database %1 is locked by something else. Try again."_L1},
    Explanation{"40"_L1, "The database %1 gave way to another change. Try again."_L1},
    Explanation{"53100"_L1,
                "The disk of the database %1 is full. Make room, then try again; nothing that was "
                "stored is lost."_L1},
    Explanation{"53"_L1,
                "The database %1 has no memory or connections left. Look at its limits, then try "
                "again."_L1},
    Explanation{"25006"_L1,
                "The database %1 takes no changes: it is a standby or was made read-only. Start "
                "Fairlead with the address of the primary."_L1},
    Explanation{"42501"_L1,
                "The database %1 does not allow this to Fairlead's user. Make that user the owner "
                "of the database, then try again."_L1},
    Explanation{"58"_L1, "The server of the database %1 reports an error of its disk."_L1},
    Explanation{"XX00"_L1, "The server of the database %1 reports that it is damaged."_L1},
};

// libpq's own words, for which it has no codes. The address first, then the host alone.
constexpr std::array encryptionProblems{
    Explanation{
        "certificate verify failed"_L1,
        "The certificate of the server of the database %1 is of no authority that Fairlead was "
        "told to trust. Name the file with its authority's certificate by sslrootcert= in the "
        "address, then start Fairlead again."_L1},
    Explanation{
        "does not match host name"_L1,
        "The certificate of the server of the database %1 is for another name than %2. Write "
        "the name that is in the certificate into the address, then start Fairlead again."_L1},
    Explanation{
        "root certificate file"_L1,
        "The certificate of the server of the database %1 cannot be checked: the file with its "
        "authority's certificate is missing or cannot be read. Name that file by sslrootcert= "
        "in the address, then start Fairlead again."_L1},
    Explanation{
        "server does not support SSL"_L1,
        "The server of the database %1 offers no encryption. Turn it on there (ssl = on); on a "
        "network that nobody listens to, put sslmode=disable into the address."_L1},
};

} // namespace

bool endsConnection(const QSqlError &error)
{
    const QString state = error.nativeErrorCode();
    // Without a state it is not the server that speaks: the connection is gone. 0A000 is a prepared
    // statement over a table that was changed meanwhile.
    return state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P"_L1)
        || state == "25P03"_L1 || state == "0A000"_L1 || state == "26000"_L1;
}

Error explained(const QSqlError &error, const DatabaseAddress &address)
{
    const QString state = error.nativeErrorCode();
    if (endsConnection(error))
        return {.code = ErrorCode::Storage,
                .message =
                    u"The connection to the database %1 was lost. Fairlead connects again by "
                    "itself; try again."_s.arg(address.shown())};
    if (state.startsWith("23"_L1))
        return {.code = ErrorCode::Conflict,
                .message =
                    u"This exists already, or what it belongs to does not exist any more."_s};
    const auto known = std::ranges::find_if(explanations, [&state](const Explanation &explanation) {
        return state.startsWith(explanation.sign);
    });
    if (known != explanations.end())
        return {.code = ErrorCode::Storage, .message = QString(known->text).arg(address.shown())};
    return {.code = ErrorCode::Internal,
            .message =
                u"The database %1 refused a statement (%2, %3). This is a fault of Fairlead; "
                "please report it."_s.arg(address.shown(), firstLine(error), state)};
}

Error unreachable(const QSqlError &error, const DatabaseAddress &address)
{
    const QString text = error.databaseText();
    const auto known = std::ranges::find_if(
        encryptionProblems, [&text](const Explanation &each) { return text.contains(each.sign); });
    if (known != encryptionProblems.end())
        return {.code = ErrorCode::Storage,
                .message = QString(known->text).arg(address.shown(), address.host())};
    return {.code = ErrorCode::Storage,
            .message =
                u"The database %1 could not be reached (%2). Check that it runs and that its "
                "user, password and encryption are right; a Fairlead that runs connects "
                "again by itself."_s.arg(address.shown(), firstLine(error))};
}

} // namespace fairlead::store
