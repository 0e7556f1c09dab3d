// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/publishing/issuedesk.h"

#include <QJsonObject>
#include <QWidget>

class QFormLayout;

namespace fairlead::ui {

/** The fields that a project requires, each with what its values are entered in. */
class NeededFields final : public QWidget
{
    Q_OBJECT

public:
    explicit NeededFields(QWidget *parent = nullptr);

    void setFields(const QList<publishing::NeededField> &fields);
    /** By field id, as IssueDraft::fields takes them. */
    [[nodiscard]] QJsonObject values() const;
    [[nodiscard]] bool isComplete() const;

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] QWidget *editorFor(const publishing::NeededField &field);
    [[nodiscard]] static QJsonValue valueIn(const QWidget *editor);

    struct Entry
    {
        QString id;
        QWidget *editor = nullptr;
    };

    QFormLayout *m_form;
    QList<Entry> m_entries;
};

} // namespace fairlead::ui
