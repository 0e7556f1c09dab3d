// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"

#include <QFile>
#include <QRegularExpression>

#include <cstdio>

#if defined(Q_OS_UNIX)
#include <termios.h>
#include <unistd.h>
#elif defined(Q_OS_WIN)
#include <io.h>
#include <windows.h>
#endif

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr qint64 secretLimit = 64 * 1024;
constexpr qint64 inputLimit = 4 * 1024 * 1024;

/** Turns the terminal's echo off for as long as it lives; does nothing where there is no terminal.
 */
class QuietTerminal
{
public:
    QuietTerminal()
    {
#if defined(Q_OS_UNIX)
        m_isTerminal = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &m_saved) == 0;
        if (!m_isTerminal)
            return;
        termios quiet = m_saved;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
#elif defined(Q_OS_WIN)
        m_isTerminal = GetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), &m_saved);
        if (m_isTerminal)
            SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE),
                           m_saved & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
#endif
    }
    ~QuietTerminal()
    {
        if (!m_isTerminal)
            return;
#if defined(Q_OS_UNIX)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_saved);
#elif defined(Q_OS_WIN)
        SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), m_saved);
#endif
        std::fputc('\n', stderr);
    }
    Q_DISABLE_COPY_MOVE(QuietTerminal)

    [[nodiscard]] bool isTerminal() const
    {
        return m_isTerminal;
    }

private:
    bool m_isTerminal = false;
#if defined(Q_OS_UNIX)
    termios m_saved{};
#elif defined(Q_OS_WIN)
    DWORD m_saved = 0;
#endif
};

QCommandLineOption optionFrom(const QString &description)
{
    if (description.endsWith(u'='))
        return {description.chopped(1), QString(), description.chopped(1)};
    return QCommandLineOption(description);
}

} // namespace

Result<Arguments> Arguments::parse(const QStringList &arguments,
                                   const QStringList &options,
                                   qsizetype leastPositional,
                                   qsizetype mostPositional)
{
    QCommandLineParser parser;
    for (const QString &option : options)
        parser.addOption(optionFrom(option));
    // The parser takes the first entry for the program's name.
    if (!parser.parse(QStringList{QString()} + arguments))
        return failure(ErrorCode::InvalidInput, parser.errorText());
    Arguments parsed;
    parsed.m_positional = parser.positionalArguments();
    if (parsed.m_positional.size() < leastPositional)
        return failure(ErrorCode::InvalidInput, u"Something is missing behind the command."_s);
    if (parsed.m_positional.size() > mostPositional)
        return failure(ErrorCode::InvalidInput,
                       u"“%1” is too much."_s.arg(parsed.m_positional.at(mostPositional)));
    for (const QString &option : options) {
        const QString name = option.endsWith(u'=') ? option.chopped(1) : option;
        if (parser.isSet(name))
            parsed.m_values.insert(name, parser.values(name));
    }
    return parsed;
}

Result<Secret> readSecret(const QString &what)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(ErrorCode::InvalidInput, u"Standard input cannot be read."_s);
    const QuietTerminal quiet;
    if (quiet.isTerminal()) {
        std::fputs(qUtf8Printable(what + u": "_s), stderr);
        std::fflush(stderr);
    }
    QByteArray line = input.readLine(secretLimit);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.trimmed().isEmpty())
        return failure(ErrorCode::InvalidInput, u"%1 is missing on standard input."_s.arg(what));
    return Secret(line);
}

QByteArray readInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return input.read(inputLimit);
}

Result<qint64> parseDuration(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,6})([smhd])$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return failure(
            ErrorCode::InvalidInput,
            u"“%1” is no length of time; write for example 90d, 12h or 30m."_s.arg(text));
    const qint64 count = match.captured(1).toLongLong();
    switch (match.captured(2).at(0).unicode()) {
    case u's':
        return count;
    case u'm':
        return count * 60;
    case u'h':
        return count * 3600;
    default:
        return count * 24 * 3600;
    }
}

} // namespace fairlead::ctl
