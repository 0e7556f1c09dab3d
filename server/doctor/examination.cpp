// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/doctor/examination.h"

namespace fairlead::doctor {
namespace {

QCoro::Task<Finding> found(Finding finding)
{
    co_return finding;
}

} // namespace

Check immediate(const Sentence &title, std::function<Finding()> look)
{
    return {.title = title,
            .run = [look = std::move(look)](const CancellationToken &) { return found(look()); }};
}

Examination::Examination(QList<Check> checks, QObject *parent)
    : QObject(parent)
    , m_checks(std::move(checks))
    , m_findings(m_checks.size())
{}

Examination::~Examination()
{
    m_cancellation.cancel();
}

void Examination::start()
{
    for (int index = 0; index < size(); ++index) {
        QCoro::connect(m_checks.at(index).run(m_cancellation.token()),
                       this,
                       [this, index](const Finding &finding) { keep(index, finding); });
    }
}

void Examination::cancel()
{
    m_cancellation.cancel();
    for (int index = 0; index < size(); ++index)
        keep(index,
             {.verdict = Verdict::Cancelled, .text = {QT_TRANSLATE_NOOP("doctor", "Cancelled.")}});
}

QList<Entry> Examination::entries() const
{
    QList<Entry> entries;
    for (int index = 0; index < size(); ++index)
        entries.append({.title = title(index), .finding = finding(index).value_or(Finding())});
    return entries;
}

void Examination::keep(int index, const Finding &finding)
{
    if (m_findings.at(index))
        return;
    m_findings[index] = finding;
    ++m_done;
    Q_EMIT found(index);
    if (isFinished())
        QMetaObject::invokeMethod(this, &Examination::finished, Qt::QueuedConnection);
}

} // namespace fairlead::doctor
