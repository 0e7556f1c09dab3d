// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/log.h"

#include <QDateTime>
#include <QFile>
#include <QLoggingCategory>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace fairlead::platform {
namespace {

constexpr qint64 rotateAtBytes = 2LL * 1024 * 1024;

/** The file behind the message handler, which is a plain function and can be given nothing. */
class LogFile
{
public:
    static Result<> open(const QString &path)
    {
        auto file = std::make_unique<QFile>(path);
        if (!file->open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered,
                        QFile::ReadOwner | QFile::WriteOwner))
            return failure(
                ErrorCode::Storage,
                u"The log file %1 cannot be written: %2."_s.arg(path, file->errorString()));
        current() = std::move(file);
        return {};
    }

    static void write(const QByteArray &line)
    {
        if (!current())
            return;
        if (current()->size() > rotateAtBytes)
            rotate();
        current()->write(line);
    }

private:
    static std::unique_ptr<QFile> &current()
    {
        static std::unique_ptr<QFile> file;
        return file;
    }

    static void rotate()
    {
        const QString path = current()->fileName();
        current()->close();
        QFile::remove(path + u".1"_s);
        QFile::rename(path, path + u".1"_s);
        // A log that cannot be reopened must not stop the program; standard error still has the
        // lines.
        if (!open(path))
            current().reset();
    }
};

QLatin1StringView levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return "error"_L1;
}

QString escaped(const QString &message)
{
    QString line;
    line.reserve(message.size());
    for (const QChar c : message) {
        const bool breaksLine =
            c == QChar(QChar::LineSeparator) || c == QChar(QChar::ParagraphSeparator);
        if (breaksLine || c.unicode() < 0x20 || (c.unicode() >= 0x7F && c.unicode() < 0xA0))
            line += u"\\x%1"_s.arg(c.unicode(), 2, 16, QChar(u'0'));
        else
            line += c;
    }
    return line;
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line =
        u"%1 %2 %3: %4\n"_s
            .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                 levelName(type),
                 QString::fromLatin1(context.category ? context.category : "default"),
                 escaped(message))
            .toUtf8();
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
    LogFile::write(line);
}

// Categories whose lines carry header values, and so keys and tokens.
void silenceRevealingCategories(QLoggingCategory *category)
{
    const QLatin1StringView name(category->categoryName());
    const bool revealing = name.startsWith("qt.httpserver"_L1) || name.startsWith("qt.network"_L1);
    const bool chatty = !name.startsWith("fairlead"_L1) && name != "default"_L1;
    if (revealing || chatty) {
        for (const QtMsgType type : {QtDebugMsg, QtInfoMsg})
            category->setEnabled(type, false);
    }
    if (revealing)
        category->setEnabled(QtWarningMsg, false);
}

QLoggingCategory::CategoryFilter &qtFilter()
{
    static QLoggingCategory::CategoryFilter filter = nullptr;
    return filter;
}

void filterCategory(QLoggingCategory *category)
{
    if (qtFilter())
        qtFilter()(category);
    silenceRevealingCategories(category);
}

} // namespace

Result<> startLog(const settings::DataFolder &folder)
{
    qtFilter() = QLoggingCategory::installFilter(filterCategory);
    qInstallMessageHandler(handleMessage);
    return LogFile::open(folder.filePath(u"fairlead.log"_s));
}

void setLogLevel(const QString &level)
{
    const auto switched = [](bool on) { return on ? u"true"_s : u"false"_s; };
    QLoggingCategory::setFilterRules(u"fairlead.*.debug=%1\nfairlead.*.info=%2"_s.arg(
        switched(level == "debug"_L1), switched(level != "warning"_L1)));
}

} // namespace fairlead::platform
