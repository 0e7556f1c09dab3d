// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/metricstext.h"

#include <QLocale>

namespace fairlead::audit {
namespace {

QByteArray escaped(const QString &value)
{
    return value.toUtf8().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

} // namespace

void MetricsText::begin(const QByteArray &name, const QByteArray &type, const QByteArray &help)
{
    m_name = name;
    m_text += "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

void MetricsText::add(double value, const Labels &labels, const QByteArray &suffix)
{
    QByteArrayList pairs;
    for (const auto &[name, text] : labels)
        pairs.append(name + "=\"" + escaped(text) + '"');
    m_text += m_name + suffix + (pairs.isEmpty() ? QByteArray() : '{' + pairs.join(',') + '}') + ' '
        + QByteArray::number(value, 'g', QLocale::FloatingPointShortest) + '\n';
}

void MetricsText::addOne(const QByteArray &name,
                         const QByteArray &type,
                         const QByteArray &help,
                         double value)
{
    begin(name, type, help);
    add(value);
}

} // namespace fairlead::audit
