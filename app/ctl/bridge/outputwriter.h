// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace fairlead::ctl {

/**
 * Writes to a pipe, file or terminal whenever it takes something, without ever blocking the event
 * loop and without changing the descriptor's own mode. (On Windows it blocks while nobody reads.)
 */
class OutputWriter final : public QObject
{
    Q_OBJECT

public:
    explicit OutputWriter(int descriptor, QObject *parent = nullptr);

    void write(const QByteArray &bytes);
    [[nodiscard]] qsizetype unsentBytes() const { return m_unsent.size() - m_start; }

Q_SIGNALS:
    /** There is less to send than before. */
    void progressed();
    /** Nobody reads any more. Once. */
    void closed();

private:
    void writeSome();
    [[nodiscard]] bool mayWrite() const;
    void drop();

    int m_descriptor;
    QByteArray m_unsent;
    qsizetype m_start = 0; ///< what stands in front of it has left
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace fairlead::ctl
