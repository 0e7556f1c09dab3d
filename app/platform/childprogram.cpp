// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/childprogram.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>

#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::platform {
namespace {

constexpr qsizetype longestComplaint = 200;

} // namespace

ChildProgram::ChildProgram(QString path, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(patience);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        fail(ErrorCode::Timeout, u"%1 was not ready in time."_s.arg(name()));
    });
}

ChildProgram::~ChildProgram()
{
    end();
}

QString ChildProgram::beside(const QString &name)
{
    const QString path = QCoreApplication::applicationDirPath() + u'/' + name;
#ifdef Q_OS_WIN
    return path + u".exe"_s;
#else
    return path;
#endif
}

bool ChildProgram::exists() const
{
    return QFileInfo(m_path).isExecutable();
}

void ChildProgram::start(const QStringList &arguments)
{
    if (m_process)
        return;
    m_isReady = false;
    m_complaint.clear();
    m_process = new QProcess(this);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &ChildProgram::readLine);
    connect(m_process, &QProcess::readyReadStandardError, this, &ChildProgram::readComplaint);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(ErrorCode::NotFound,
                 u"%1 cannot be started: %2."_s.arg(name(), m_process->errorString()));
    });
    connect(m_process, &QProcess::finished, this, [this] {
        readComplaint();
        const QString said = QString::fromUtf8(m_complaint).section(u'\n', 0, 0);
        fail(ErrorCode::Internal, u"%1 has ended. %2"_s.arg(name(), said).trimmed());
    });
    m_timeout.start();
    m_process->start(m_path, arguments);
}

void ChildProgram::end()
{
    m_timeout.stop();
    QProcess *process = std::exchange(m_process, nullptr);
    if (!process)
        return;
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    // Reaped when it is gone; where the event loop has ended, together with this object.
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->kill();
}

void ChildProgram::readComplaint()
{
    // All is read, so that it does not pile up; the beginning says what is wrong.
    m_complaint += m_process->readAllStandardError().left(longestComplaint - m_complaint.size());
}

void ChildProgram::readLine()
{
    if (m_isReady) {
        m_process->readAllStandardOutput();
        return;
    }
    if (!m_process->canReadLine())
        return;
    const QJsonObject line = QJsonDocument::fromJson(m_process->readLine()).object();
    if (line.isEmpty()) {
        fail(ErrorCode::InvalidData, u"%1 answers otherwise than it should."_s.arg(name()));
        return;
    }
    m_timeout.stop();
    m_isReady = true;
    Q_EMIT ready(line);
}

void ChildProgram::fail(ErrorCode code, const QString &what)
{
    end();
    Q_EMIT failed({code, what});
}

QString ChildProgram::name() const
{
    return QFileInfo(m_path).completeBaseName();
}

} // namespace fairlead::platform
