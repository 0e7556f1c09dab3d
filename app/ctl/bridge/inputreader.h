// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
class QThread;
QT_END_NAMESPACE

namespace fairlead::ctl {

/**
 * Reads a pipe, file or terminal as bytes come, without ever blocking the event loop. The
 * descriptor's own mode is left alone, because the client may share it.
 */
class InputReader final : public QObject
{
    Q_OBJECT

public:
    explicit InputReader(int descriptor, QObject *parent = nullptr);
    ~InputReader() override;

    /** Nothing is read until this; may be called at any time, also with what is so already. */
    void setReading(bool isReading);

Q_SIGNALS:
    void received(const QByteArray &bytes);
    /** No more will come. Once. */
    void ended();

private:
#if defined(Q_OS_WIN)
    class Thread;
    Thread *m_thread = nullptr;
#else
    void readOnce();

    int m_descriptor;
    QSocketNotifier *m_notifier = nullptr;
#endif
};

} // namespace fairlead::ctl
