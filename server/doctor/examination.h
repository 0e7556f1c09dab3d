// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/doctor/check.h"

#include <QObject>

#include <optional>

namespace fairlead::doctor {

/** Runs checks side by side, once, and keeps what they find. Who ends it early hears at once;
 * what they still find is dropped. */
class Examination final : public QObject
{
    Q_OBJECT

public:
    explicit Examination(QList<Check> checks, QObject *parent = nullptr);
    ~Examination() override;
    Q_DISABLE_COPY_MOVE(Examination)

    void start();
    /** What has not been found yet becomes Cancelled; finished() follows. */
    void cancel();

    [[nodiscard]] int size() const { return static_cast<int>(m_checks.size()); }
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] bool isFinished() const { return m_done == size(); }
    [[nodiscard]] const Sentence &title(int index) const { return m_checks.at(index).title; }
    [[nodiscard]] const std::optional<Finding> &finding(int index) const
    {
        return m_findings.at(index);
    }
    /** All of them, once it is finished. */
    [[nodiscard]] QList<Entry> entries() const;

Q_SIGNALS:
    void found(int index);
    void finished();

private:
    void keep(int index, const Finding &finding);

    QList<Check> m_checks;
    QList<std::optional<Finding>> m_findings;
    CancellationSource m_cancellation;
    int m_done = 0;
};

} // namespace fairlead::doctor
