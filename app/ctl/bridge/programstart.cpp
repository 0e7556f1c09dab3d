// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/programstart.h"

#include "server/base/text.h"

#include <QDir>
#include <QProcess>

#include <array>

#if defined(Q_OS_UNIX)
#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr qsizetype keptBytes = 8 * 1024;
constexpr qsizetype longestWords = 400;

} // namespace

Result<std::unique_ptr<ProgramStart>> ProgramStart::launch(const QString &program,
                                                           const QStringList &arguments)
{
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    process.setWorkingDirectory(QDir::rootPath());
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    std::array<int, 2> errors{-1, -1};
#if defined(Q_OS_UNIX)
    // Our own standard error would stay open with the program, and who waits for its end would wait
    // for ever.
    if (pipe(errors.data()) == 0) {
        // Not pipe2(), which macOS does not have.
        for (const int end : errors)
            fcntl(end, F_SETFD, FD_CLOEXEC);
        process.setStandardErrorFile(u"/dev/fd/%1"_s.arg(errors[1]));
    }
#endif
    const bool isStarted = process.startDetached();
#if defined(Q_OS_UNIX)
    if (errors[1] >= 0)
        close(errors[1]);
#endif
    std::unique_ptr<ProgramStart> start(new ProgramStart(errors[0]));
    if (!isStarted)
        return failure(ErrorCode::NotFound,
                       u"%1 could not be started (%2)."_s.arg(program, process.errorString()));
    return start;
}

ProgramStart::ProgramStart(int errors)
    : m_errors(errors)
{
#if defined(Q_OS_UNIX)
    if (m_errors < 0)
        return;
    m_notifier = new QSocketNotifier(m_errors, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &ProgramStart::readErrors);
#endif
}

ProgramStart::~ProgramStart()
{
#if defined(Q_OS_UNIX)
    if (m_errors >= 0)
        close(m_errors);
#endif
}

void ProgramStart::readErrors()
{
#if defined(Q_OS_UNIX)
    std::array<char, 1024> piece{};
    const ssize_t count = read(m_errors, piece.data(), piece.size());
    if (count > 0) {
        m_text = (m_text + QByteArray(piece.data(), count)).right(keptBytes);
        return;
    }
    m_notifier->setEnabled(false);
    m_hasEnded = true;
    Q_EMIT ended();
#endif
}

QString ProgramStart::lastWords() const
{
    const QList<QByteArray> lines = m_text.trimmed().split('\n');
    return cleanedLine(QString::fromUtf8(lines.last()), longestWords);
}

} // namespace fairlead::ctl
