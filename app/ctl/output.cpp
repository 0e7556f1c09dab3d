// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/output.h"

#include "server/base/text.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr qsizetype outputLimit = 64 * 1024 * 1024;

void print(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

} // namespace

Output::Output(Format format, std::FILE *results, std::FILE *notes)
    : m_format(format)
    , m_results(results)
    , m_notes(notes)
{}

void Output::result(const QString &text, const QJsonObject &object) const
{
    if (m_format == Format::Json)
        print(m_results, QJsonDocument(object).toJson(QJsonDocument::Compact));
    else if (!text.isEmpty())
        print(m_results, cleanedText(text, outputLimit).toUtf8());
}

Result<> Output::write(const QString &text) const
{
    const QByteArray bytes = cleanedText(text, outputLimit).toUtf8();
    const auto size = static_cast<size_t>(bytes.size());
    if (std::fwrite(bytes.constData(), 1, size, m_results) == size && std::fflush(m_results) == 0)
        return {};
    return failure(ErrorCode::Storage,
                   u"Not all of it could be written. See whether the disk is full."_s);
}

void Output::error(const Error &error) const
{
    warning(error);
    if (m_format == Format::Json) {
        const QJsonObject details{{u"code"_s, QString(errorName(error.code))},
                                  {u"message"_s, error.message}};
        print(m_results,
              QJsonDocument(QJsonObject{{u"error"_s, details}}).toJson(QJsonDocument::Compact));
    }
}

void Output::warning(const Error &error) const
{
    note(error.message);
}

void Output::note(const QString &text) const
{
    print(m_notes, cleanedText(text, outputLimit).toUtf8());
}

void Output::usage(const QString &sentence, const char *usage) const
{
    error({.code = ErrorCode::InvalidInput, .message = sentence});
    print(m_notes, "Usage: fairleadctl "_ba + usage);
}

QString counted(qint64 count, const QString &noun)
{
    return u"%1 %2%3"_s.arg(QString::number(count), noun, count == 1 ? QString() : u"s"_s);
}

QString table(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths.append(0);
            widths[i] = std::max(widths[i], row[i].size());
        }
    }
    QStringList lines;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? row[i].leftJustified(widths[i] + 2) : row[i];
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace fairlead::ctl
