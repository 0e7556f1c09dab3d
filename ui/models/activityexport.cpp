// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activityexport.h"

#include "server/audit/activitylog.h"
#include "ui/models/servertext.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr int entriesAtATime = 500;

} // namespace

ActivityExport::ActivityExport(const Services &services,
                               const audit::ActivityFilter &filter,
                               const QString &path,
                               QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_filter(filter)
    , m_format(audit::exportFormatFromName(QFileInfo(path).suffix().toLower())
                   .value_or(audit::ExportFormat::Csv))
    , m_file(path)
{
    connect(&m_timer, &QTimer::timeout, this, &ActivityExport::writeSome);
}

void ActivityExport::start()
{
    const auto total = m_services.activity.reader().count(m_services.userId, m_filter);
    m_total = total.value_or(0);
    if (!total)
        fail(serverText(total.error()));
    else if (!m_file.open(QIODevice::WriteOnly) || !write(audit::exportStart(m_format)))
        fail(problem());
    else
        m_timer.start(0);
}

void ActivityExport::cancel()
{
    m_timer.stop();
    if (!m_file.isOpen())
        return;
    m_file.cancelWriting();
    m_file.commit();
}

void ActivityExport::writeSome()
{
    const auto entries = m_services.activity.reader().list(
        m_services.userId, m_filter, {.before = m_before, .after = 0, .limit = entriesAtATime});
    if (!entries) {
        fail(serverText(entries.error()));
        return;
    }
    QByteArray bytes;
    for (const audit::ActivityEntry &entry : *entries) {
        bytes += audit::exportedEntry(m_format, entry, m_written == 0);
        ++m_written;
        m_before = entry.sequence;
    }
    const bool isLast = entries->size() < entriesAtATime;
    if (isLast)
        bytes += audit::exportEnd(m_format);
    // A disk that is full shows itself at flush(); commit() alone would leave an empty file.
    if (!write(bytes) || (isLast && (!m_file.flush() || !m_file.commit()))) {
        fail(problem());
        return;
    }
    if (isLast) {
        m_timer.stop();
        Q_EMIT finished(m_written);
    } else {
        Q_EMIT progressed(
            static_cast<int>(qMin<qint64>(99, m_written * 100 / qMax<qint64>(m_total, 1))));
    }
}

void ActivityExport::fail(const QString &message)
{
    cancel();
    Q_EMIT failed(message);
}

bool ActivityExport::write(const QByteArray &bytes)
{
    return m_file.write(bytes) == bytes.size();
}

QString ActivityExport::problem() const
{
    //: %1 is a file, %2 what the system says about it.
    return tr("%1 cannot be written: %2. Choose another folder.")
        .arg(QDir::toNativeSeparators(m_file.fileName()), m_file.errorString());
}

} // namespace fairlead::ui
