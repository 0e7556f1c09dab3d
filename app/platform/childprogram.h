// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <chrono>

class QProcess;

namespace fairlead::platform {

/**
 * A program of ours that serves beside this one and prints one line of JSON once it does. Its
 * standard input stays open as long as this program lives, however that ends: it has to end with
 * it.
 */
class ChildProgram final : public QObject
{
    Q_OBJECT

public:
    /** `path`: of the program; see beside(). `patience`: how long it may take to be ready. */
    explicit ChildProgram(QString path,
                          std::chrono::milliseconds patience = std::chrono::seconds(30),
                          QObject *parent = nullptr);
    ~ChildProgram() override;

    /** Where a program of this name lies that was installed together with this one. */
    [[nodiscard]] static QString beside(const QString &name);

    [[nodiscard]] bool exists() const;
    [[nodiscard]] bool isRunning() const { return m_process != nullptr; }

    /** ready() or failed() follows, unless it is ended before. Does nothing while it runs. */
    void start(const QStringList &arguments);
    /** Ends it at once. */
    void end();

Q_SIGNALS:
    void ready(const QJsonObject &line);
    /** It could not be started, was not ready in time, or has ended by itself. */
    void failed(const fairlead::Error &error);

private:
    void readComplaint();
    void readLine();
    void fail(ErrorCode code, const QString &what);
    [[nodiscard]] QString name() const;

    QString m_path;
    QTimer m_timeout;
    QProcess *m_process = nullptr; ///< a child of this object
    bool m_isReady = false;
    QByteArray m_complaint; ///< the beginning of what it said on standard error
};

} // namespace fairlead::platform
