// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/terminalperson.h"

#include "app/ctl/typedline.h"

#include <QCoroSignal>
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>

#if defined(Q_OS_WIN)
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr int inputDescriptor = 0;
constexpr int errorDescriptor = 2;

bool isTerminal(int descriptor)
{
#if defined(Q_OS_WIN)
    return _isatty(descriptor) != 0;
#else
    return isatty(descriptor) == 1;
#endif
}

/** The program that hands an address to the browser, and what stands before the address. No shell
 * is among them. */
struct Opener
{
    QString program;
    QStringList arguments;
};

Opener desktopOpener()
{
#if defined(Q_OS_WIN)
    return {.program = u"rundll32"_s, .arguments = {u"url.dll,FileProtocolHandler"_s}};
#elif defined(Q_OS_MACOS)
    return {.program = u"open"_s, .arguments = {}};
#else
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        return {};
    return {.program = u"xdg-open"_s, .arguments = {}};
#endif
}

struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

} // namespace

bool TerminalPerson::canBeAsked() const
{
    return isTerminal(inputDescriptor) && isTerminal(errorDescriptor);
}

QCoro::Task<QString> TerminalPerson::ask(QString question, CancellationToken cancellation)
{
    std::fputs(qUtf8Printable(question), stderr);
    std::fflush(stderr);
    // Its own signal resumes this coroutine, so it may not be gone when the signal returns.
    const std::unique_ptr<TypedLine, DeleteLater> line(
        new TypedLine(inputDescriptor, cancellation));
    co_await qCoro(line.get(), &TypedLine::finished);
    co_return QString::fromUtf8(line->text());
}

bool TerminalPerson::openBrowser(const QUrl &url)
{
    const Opener opener = desktopOpener();
    const QString program =
        opener.program.isEmpty() ? QString() : QStandardPaths::findExecutable(opener.program);
    if (program.isEmpty())
        return false;
    QProcess process;
    process.setProgram(program);
    process.setArguments(opener.arguments + QStringList{QString::fromLatin1(url.toEncoded())});
    // Browsers write much that nobody asked for.
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    return process.startDetached();
}

} // namespace fairlead::ctl
