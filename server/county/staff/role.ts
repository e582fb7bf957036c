/** 櫃檯人員, 表單設計人員, 核定人員, 發布人員, 承辦人員, 稽核人員, 管理人員: held in an office (`offices/storage.ts`). */
export type StaffRole = 'clerk' | 'designer' | 'approver' | 'publisher' | 'case-officer' | 'auditor' | 'administrator';
