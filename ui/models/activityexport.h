// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/activityexport.h"
#include "server/audit/activityfilter.h"
#include "ui/services.h"

#include <QObject>
#include <QSaveFile>
#include <QTimer>

namespace fairlead::ui {

/**
 * Writes the entries that fit a filter into a file: CSV, or JSON or JSON lines where the file's
 * name says so. Part by part, so that the window stays alive; the file appears under its name when
 * it is complete.
 */
class ActivityExport final : public QObject
{
    Q_OBJECT

public:
    ActivityExport(const Services &services,
                   const audit::ActivityFilter &filter,
                   const QString &path,
                   QObject *parent = nullptr);

    /** finished() or failed() follows, or nothing after cancel(). */
    void start();
    /** Leaves the file as it was before. */
    void cancel();
    [[nodiscard]] QString path() const { return m_file.fileName(); }

Q_SIGNALS:
    void progressed(int percent);
    /** So many entries were written. */
    void finished(qint64 entries);
    /** It did not work; a sentence that says why. */
    void failed(const QString &message);

private:
    void writeSome();
    void fail(const QString &message);
    [[nodiscard]] bool write(const QByteArray &bytes);
    [[nodiscard]] QString problem() const;

    const Services &m_services;
    audit::ActivityFilter m_filter;
    audit::ExportFormat m_format;
    QSaveFile m_file;
    QTimer m_timer; ///< for the next part
    qint64 m_total = 0;
    qint64 m_written = 0;
    qint64 m_before = 0; ///< the sequence to go on below
};

} // namespace fairlead::ui
